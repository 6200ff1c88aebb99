import { openSync, readSync } from "node:fs";
import { platform } from "node:os";
import type { Database } from "better-sqlite3";

/** Tells whether anything in the file was changed since it was asked last, by whichever process. */
export type WasChanged = () => boolean;

/** Asks each time: nothing knows what another process did between one request and the next. */
export function prepareWasChanged(database: Database): WasChanged {
  return askIndex(database) ?? askDatabase(database);
}

/** The header of the WAL-index, https://sqlite.org/walformat.html#the_wal_index_header: its version comes first. */
const header = { bytes: 48, version: 3_007_000 };

/**
 * Every commit of every process rewrites this header before it returns, and SQLite itself looks here for what is new.
 * To read it is one call of the system, where the question to the database is several. `null`: there is none.
 */
function askIndex(database: Database): WasChanged | null {
  // Windows does not promise that a file reads as it is mapped.
  if (database.memory || platform() === "win32") return null;
  const file = openIndex(database);
  if (file === null) return null;
  let before = Buffer.alloc(header.bytes);
  let now = Buffer.alloc(header.bytes);
  const read = (): boolean => readSync(file, now, 0, header.bytes, 0) === header.bytes;
  if (!read() || new Uint32Array(now.buffer, now.byteOffset, 1)[0] !== header.version) return null;
  return () => {
    if (read() && now.equals(before)) return false;
    [before, now] = [now, before];
    return true;
  };
}

/** Is never closed: with any of its descriptors a process would lose the locks that SQLite holds on the file. */
function openIndex({ name }: Database): number | null {
  try {
    return openSync(`${name}-shm`, "r");
  } catch {
    return null;
  }
}

function askDatabase(database: Database): WasChanged {
  const ownChanges = database.prepare<[], number>("select total_changes()").pluck();
  const othersVersion = database.prepare<[], number>("pragma data_version").pluck();
  let own = -1;
  let others = -1;
  return () => {
    const [ownBefore, othersBefore] = [own, others];
    own = ownChanges.get() ?? -1;
    others = othersVersion.get() ?? -1;
    return own !== ownBefore || others !== othersBefore;
  };
}
