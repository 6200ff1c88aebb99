import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseError, seeDamagedFiles } from "./database-error.ts";

const headerBytes = 32;
const summedBytes = 24;
const magic = 0x377f_0682;

/**
 * SQLite passes over a write-ahead log that does not begin as one, and so over every change in it that was
 * acknowledged: a key that was revoked would be accepted again. One that is empty, or whose header was never written
 * before the power went, has nothing to lose. What is damaged behind the first lines cannot be told from a commit that
 * was cut off. @throws DatabaseError `damaged`
 */
export function assertLog(path: string): void {
  const log = `${path}-wal`;
  const stat = statSync(log, { throwIfNoEntry: false });
  // A pipe or a device is never read to its end.
  const isFile = stat?.isFile() ?? true;
  if (isFile && (stat?.size ?? 0) < headerBytes) return;
  // Twice: a running server may be writing it.
  if (isFile && (isSound(log) || isSound(log))) return;
  const message = `${log} is damaged, and the changes that were made last are lost with it. Restore a backup: ${seeDamagedFiles}. Leave that file there: without it what was revoked last would be accepted again.`;
  throw new DatabaseError("damaged", message);
}

function isSound(log: string): boolean {
  const file = openSync(log, "r");
  try {
    const header = Buffer.alloc(headerBytes);
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return true;
    // SQLite syncs the header before it writes anything behind it, so no power cut leaves zeroes with more to come.
    const isUnwritten = header.every((byte) => byte === 0) && fstatSync(file).size === headerBytes;
    return isUnwritten || isHeader(header);
  } finally {
    closeSync(file);
  }
}

/** By its checksum, whose words are in the order that the last bit of the magic number says. */
function isHeader(header: Buffer): boolean {
  const first = header.readUInt32BE(0);
  if (first !== magic && first !== magic + 1) return false;
  const word = (at: number) => (first === magic ? header.readUInt32LE(at) : header.readUInt32BE(at));
  let [one, two] = [0, 0];
  for (let at = 0; at < summedBytes; at += 8) {
    one = (one + word(at) + two) >>> 0;
    two = (two + word(at + 4) + one) >>> 0;
  }
  return one === header.readUInt32BE(summedBytes) && two === header.readUInt32BE(summedBytes + 4);
}
