import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { BackupError, unusable } from "./backup-error.ts";

const headBytes = 512;
const nameBytes = 100;
const magicAt = 257;

/**
 * A plain tar holds no more than it has bytes. One that is packed could become any size, and what is no file may never
 * end. @throws BackupError
 */
export function assertPlainTar(path: string): void {
  const head = headOf(path);
  const name = head.subarray(0, nameBytes).toString("latin1").replace(/\0.*$/s, "");
  const isTar = head.toString("latin1", magicAt, magicAt + 5) === "ustar" && /^[ -~]+$/.test(name);
  if (isTar) return;
  const message = `${path} is no plain tar, as a backup is: if it is packed, as by gzip, unpack it first.`;
  throw new BackupError("damaged", message);
}

function assertFile(path: string): void {
  const found = statSync(path);
  if (found.isFile()) return;
  const what = found.isDirectory() ? "is a folder: name the backup that lies in it" : "is no file";
  throw new BackupError("unusable", `${path} ${what}.`);
}

function headOf(path: string): Buffer {
  try {
    assertFile(path);
    // Without waiting, should it have become a pipe meanwhile.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const head = Buffer.alloc(headBytes);
      readSync(file, head, 0, headBytes, 0);
      return head;
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw cause instanceof BackupError ? cause : unusable(path, cause);
  }
}
