import { spawnSync } from "node:child_process";
import { closeSync, constants, ftruncateSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { cleanUp } from "../../harness/clean-up.ts";
import { temporaryDirectory } from "../../harness/server.ts";

/** A disk of its own, which can be full. */
export interface SmallDisk {
  readonly directory: string;
  /** Leaves not a byte. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
}

const mebibyte = 1_048_576;

/** A file system in memory. @throws Error when this process may not mount one */
export function aSmallDisk(megabytes: number, options = ""): SmallDisk {
  const directory = temporaryDirectory();
  const settings = `size=${megabytes}m,mode=0700${options}`;
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", settings, "tmpfs", directory]);
  if (status !== 0) throw new Error(`no disk could be mounted: ${String(stderr)}`);
  cleanUp(async () => void spawnSync("umount", ["-l", directory]));
  return { directory, ...filler(join(directory, "filler")) };
}

function filler(path: string) {
  const chunk = Buffer.alloc(mebibyte, "x");
  return {
    fill(): void {
      const file = openSync(path, constants.O_CREAT | constants.O_WRONLY | constants.O_APPEND);
      for (let size = chunk.length; size >= 1; size = halfUnless(writes(file, size), size));
      closeSync(file);
    },
    free(): void {
      const file = openSync(path, constants.O_WRONLY);
      ftruncateSync(file);
      closeSync(file);
    },
  };

  function writes(file: number, size: number): boolean {
    try {
      return writeSync(file, chunk, 0, size) === size;
    } catch {
      return false;
    }
  }
}

function halfUnless(written: boolean, size: number): number {
  return written ? size : Math.floor(size / 2);
}
