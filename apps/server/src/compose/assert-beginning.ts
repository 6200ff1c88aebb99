import { existsSync, readdirSync } from "node:fs";
import { relative, sep } from "node:path";
import { missing } from "@katkey/keys/sqlite";
import type { Config } from "../config.ts";
import { StartError } from "../start/start-error.ts";

type Place = Pick<Config, "dataDirectory" | "backups">;

/** What a first start that was killed has left, and what lies in a directory without being put there. */
const harmless = /^(?:katkey\.db\.new-.*|lost\+found|\.(?!katkey).*)$/;

/** As `katkey backup` and the server call them, and as the page does. */
const backupForm = /^katkey-.*\.tar$/;

const mostNamed = 5;

/**
 * A missing database is a beginning only where nothing tells of an installation: else revoked keys, logs and all would be
 * gone without a word. @throws StartError
 */
export function assertBeginning(place: Place, database: string): void {
  const left = leftIn(place);
  const backups = backupsOf(place);
  // Asked for last, because it is made first: another process may have made all of it meanwhile.
  if (existsSync(database)) return;
  if (left.length > 0) throw new StartError(lossIn(place, database, left));
  if (backups.length > 0) throw new StartError(absence(place, backups));
}

/** What is in the data directory that nobody can make nothing of. */
export function leftIn({ dataDirectory, backups }: Place): readonly string[] {
  // A folder for backups may be made before there is any.
  const [folder] = backups === null ? [] : relative(dataDirectory, backups.folder).split(sep);
  return namesIn(dataDirectory).filter((name) => !harmless.test(name) && name !== folder);
}

function backupsOf({ backups }: Place): readonly string[] {
  return backups === null ? [] : namesIn(backups.folder).filter((name) => backupForm.test(name));
}

/** What is not there, or cannot be read, tells of nothing. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function lossIn({ dataDirectory }: Place, database: string, left: readonly string[]): string {
  const rest = left.length - mostNamed;
  const named = [...left.slice(0, mostNamed), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
  return `${missing(database).message} To begin from nothing, move what is in ${dataDirectory} aside: ${named}.`;
}

function absence({ dataDirectory, backups }: Place, names: readonly string[]): string {
  return `There is nothing in ${dataDirectory}, and ${backups?.folder} holds backups of an installation, such as ${names.at(-1)}. Mount its disk, set KATKEY_DATA_DIR to where it is, or restore a backup: docs/operations.md, "Restoring", says how. To begin from nothing, move the backups aside, or name another KATKEY_BACKUP_DIR.`;
}
