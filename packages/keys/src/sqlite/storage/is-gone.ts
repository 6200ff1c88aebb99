import { statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { storageFaultOf } from "./storage-fault.ts";

const opened = new WeakMap<Database, string>();
const gone = new WeakSet<Database>();

/** Notes which file a connection has just opened. */
export function noteFile(database: Database): void {
  const file = database.memory ? null : fileAt(database.name);
  if (file !== null) opened.set(database, file);
}

/**
 * Whether the file that a connection has open is no more where it was opened: somebody has deleted it, moved it, or put
 * another in its place. The connection goes on with it, and what it writes is lost once nobody has it open.
 */
export function isGone(database: Database): boolean {
  const isSo = look(database);
  if (isSo) gone.add(database);
  else gone.delete(database);
  return isSo;
}

/** What `isGone` found the last time, for those to whom a look would be dear. */
export function wasGone(database: Database): boolean {
  return gone.has(database);
}

function look(database: Database): boolean {
  const file = opened.get(database);
  try {
    return file !== undefined && file !== fileAt(database.name);
  } catch (cause) {
    // A disk that fails says nothing of the file; whoever reads or writes meets that.
    return storageFaultOf(cause) === null;
  }
}

function fileAt(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
