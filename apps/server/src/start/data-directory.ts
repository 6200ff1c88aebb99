import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { faultCodeOf, StartError } from "./start-error.ts";

/** What an installation keeps, and where. */
export interface DataDirectory {
  readonly database: string;
  readonly usage: string;
  readonly sessionSecret: string;
  /** A server was here before: it has left its session secret. */
  readonly used: boolean;
}

/** Makes the data directory, for nobody but its owner, or finds it usable. @throws StartError */
export function openDataDirectory(path: string): DataDirectory {
  try {
    // Recursive only where it must be: in a parent that refuses (such as /proc), Node would try for ever.
    if (!isDirectory(path)) mkdirSync(path, { recursive: !existsSync(dirname(path)), mode: 0o700 });
  } catch (cause) {
    throw unusable(path, faultCodeOf(cause));
  }
  assertUsable(path);
  return filesIn(path);
}

/** Of a data directory that is there. @throws StartError */
export function assertUsable(path: string): void {
  if (!isDirectory(path)) throw unusable(path, "EEXIST");
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unusable(path, faultCodeOf(cause));
  }
  assertWhole(path);
}

function unusable(path: string, fault: string): StartError {
  return new StartError(`The data directory ${path} cannot be used: ${reasonOf(fault)}.`);
}

/** A restore that was killed leaves its folder: what is beside it may be half of an installation. */
function assertWhole(path: string): void {
  if (!readdirSync(path).some((name) => name.startsWith("restore-unfinished-"))) return;
  throw new StartError(`A restore into ${path} was cut off. Empty the directory, and restore again.`);
}

/** A data directory for looking only: it is there already, and is left as it is. @throws StartError */
export function findDataDirectory(path: string): DataDirectory {
  try {
    readdirSync(path);
  } catch (cause) {
    const code = faultCodeOf(cause);
    const reason = readingReasons[code] ?? reasonOf(code);
    throw new StartError(`The data directory ${path} cannot be read: ${reason}.`, { cause });
  }
  return filesIn(path);
}

function filesIn(path: string): DataDirectory {
  const sessionSecret = join(path, "session-secret");
  return {
    database: join(path, "katkey.db"),
    usage: join(path, "usage.db"),
    sessionSecret,
    used: existsSync(sessionSecret),
  };
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there. Run this as the server's user, or give it to them with chown",
  EPERM: "this user may not write there. Run this as the server's user, or give it to them with chown",
  EROFS: "the file system is read-only. Mount it for writing",
  EEXIST: "it is not a directory. Set KATKEY_DATA_DIR to one",
  ENOTDIR: "a part of its path is not a directory. Set KATKEY_DATA_DIR to one",
  ENOSPC: "the disk is full. Make room",
};

const readingReasons: Readonly<Record<string, string>> = {
  ENOENT: "it is not there. KATKEY_DATA_DIR says where it is",
  ENOTDIR: "it is not a directory. KATKEY_DATA_DIR says where it is",
  EACCES: "this user may not read it. Run this as the server's user",
};

function reasonOf(code: string): string {
  return reasons[code] ?? `the operating system says ${code}. Look at KATKEY_DATA_DIR and its disk`;
}
