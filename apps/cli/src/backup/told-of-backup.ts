import type { Manifest } from "@katkey/backup";
import { counted } from "../words/counted.ts";
import { sizeOf } from "../words/size.ts";

/** What is in a backup, in a sentence. */
export function lineOfManifest({ katkeyVersion, madeAt, files, chains }: Manifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const [{ rows }] = files;
  const contents = [
    counted(rows["organization"] ?? 0, "organization"),
    counted(rows["api_key"] ?? 0, "key"),
    `${counted(rows["audit_entry"] ?? 0, "entry", "entries")} in ${counted(chains.length, "log")}`,
    sizeOf(bytes),
  ];
  return `Backup of ${madeAt}, Katkey ${katkeyVersion}: ${contents.join(", ")}.`;
}
