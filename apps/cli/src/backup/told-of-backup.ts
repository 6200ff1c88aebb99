import type { Manifest } from "@katkey/backup";

/** What is in a backup, in a sentence. */
export function lineOfManifest({ katkeyVersion, madeAt, files, chains }: Manifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const [keys] = files;
  const rows = (table: string) => (keys.rows[table] ?? 0).toLocaleString("en");
  const contents = `${rows("organization")} organizations, ${rows("api_key")} keys, ${rows("audit_entry")} entries in ${chains.length.toLocaleString("en")} logs`;
  return `Backup of ${madeAt}, Katkey ${katkeyVersion}: ${contents}, ${megabytes(bytes)}.`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}
