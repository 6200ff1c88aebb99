import { constants, statSync, truncateSync } from "node:fs";
import { open, rename, rm, statfs } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";

const mebibyte = 1_048_576;

/** A revocation with its entry writes some 40 kB: enough for about 400 before anything has to be moved out of a WAL. */
const reserveBytes = 16 * mebibyte;

/** What has to be free besides: a reserve that takes the last room would make a full disk of one that is not. */
const roomBeside = 4 * mebibyte;

/** Calls that do nothing after one that has filled the disk in vain. */
const skipsAfterFailure = 10;

/**
 * Room on the disk that is given up when something that ends access finds none. As long as it is given up, it is an
 * empty file, so that every process knows.
 */
export interface Reserve {
  /** Asks the disk. */
  isGivenUp(): boolean;
  /** Whether there is one, given up or not. */
  exists(): boolean;
  /** `false`: there is none to give. */
  giveUp(): boolean;
  /** Puts one in place, whole. `false`: there is not the room for it yet. */
  make(): Promise<boolean>;
}

/** In a file of its own, which nobody reads. */
export function reserveAt(path: string): Reserve {
  const size = () => statSync(path, { throwIfNoEntry: false })?.size;
  /** Where a quota ends, the room that there seems to be is tried in vain, and not each second. */
  let skips = 0;
  return {
    isGivenUp: () => size() === 0,
    exists: () => size() !== undefined,
    giveUp() {
      if ((size() ?? 0) === 0) return false;
      try {
        truncateSync(path);
        return true;
      } catch {
        return false;
      }
    },
    async make() {
      if ((await freeBytesAt(path)) < reserveBytes + roomBeside) return false;
      if (skips > 0) {
        skips -= 1;
        return false;
      }
      const isMade = await fill(path);
      if (!isMade) skips = skipsAfterFailure;
      return isMade;
    },
  };
}

async function freeBytesAt(path: string): Promise<number> {
  const disk = await statfs(dirname(path)).catch(() => null);
  return disk === null ? 0 : disk.bavail * disk.bsize;
}

/**
 * Written aside and renamed, so that a reserve is whole or given up. Processes that make one at once write the same
 * draft, whose content is nobody's; random, because some file systems give no room to what can be compressed.
 */
async function fill(path: string): Promise<boolean> {
  const draft = `${path}.new`;
  try {
    const file = await open(draft, constants.O_CREAT | constants.O_WRONLY, 0o600);
    try {
      const chunk = randomBytes(mebibyte);
      for (let at = 0; at < reserveBytes; at += chunk.length) await file.write(chunk, 0, chunk.length, at);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return true;
  } catch {
    await rm(draft, { force: true }).catch(() => {});
    return false;
  }
}
