import { constants, statSync, truncateSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { freeBytesIn } from "./free-bytes.ts";

const mebibyte = 1_048_576;

/** A revocation with its entry writes some 40 kB: enough for about 400 before anything has to be moved out of a WAL. */
const reserveBytes = 16 * mebibyte;

/** Little at a time, so that whatever made the disk full takes no more of it than that. */
const stepBytes = mebibyte;

/** What has to be free besides: a reserve that takes the last room would make a full disk of one that is not. */
const roomBeside = 4 * mebibyte;

/** Calls that do nothing after one that has filled the disk in vain. */
const skipsAfterFailure = 10;

/**
 * How much of the reserve a change may use: all of it, what ends access; the first half, what anybody with an account
 * can do again and again, so that the rest is there for revocations whatever they do.
 */
export type ReserveShare = "none" | "half" | "all";

/** How small the file may become by it. */
const leastBytes = { none: reserveBytes, half: reserveBytes / 2, all: 0 } as const satisfies Record<
  ReserveShare,
  number
>;

/**
 * Room on the disk that is given up, a step at a time, when something that ends access finds none. As long as any of it
 * is given up, the file is shorter, so that every process knows.
 */
export interface Reserve {
  /** Asks the disk. */
  isGivenUp(): boolean;
  /** Whether there is one, given up or not. */
  exists(): boolean;
  /** Whether others have not been given more of it than this share. */
  isOpenTo(share: ReserveShare): boolean;
  /** Gives up a step. `false`: there is none left for this share. */
  giveUp(share: ReserveShare): boolean;
  /** Puts one in place, whole. `false`: there is not the room for it yet. */
  make(): Promise<boolean>;
}

/** In a file of its own, which nobody reads. */
export function reserveAt(path: string): Reserve {
  const size = () => sizeAt(path);
  /** Where a quota ends, the room that there seems to be is tried in vain, and not each second. */
  let skips = 0;
  return {
    isGivenUp: () => (size() ?? reserveBytes) < reserveBytes,
    exists: () => size() !== undefined,
    isOpenTo: (share) => (size() ?? reserveBytes) >= leastBytes[share],
    giveUp(share) {
      const left = (size() ?? 0) - stepBytes;
      if (left < leastBytes[share]) return false;
      try {
        truncateSync(path, left);
        return true;
      } catch {
        return false;
      }
    },
    async make() {
      if ((await freeBytesIn(dirname(path))) < reserveBytes + roomBeside) return false;
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

/** `undefined`: there is none, or the disk does not tell: whoever writes meets that. */
function sizeAt(path: string): number | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size;
  } catch {
    return undefined;
  }
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
      for (let at = 0; at < reserveBytes; at += chunk.length) {
        await file.write(chunk, 0, chunk.length, at);
        // Each by itself: some file systems free nothing before all is gone that was written as one.
        await file.sync();
      }
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
