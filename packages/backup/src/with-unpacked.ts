import { mkdtempSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { unpack } from "./archive.ts";
import { assertPlainTar } from "./assert-plain-tar.ts";
import { unusable } from "./backup-error.ts";

/** Unpacks a backup into a folder of its own, which is gone when what is done with it is done. @throws BackupError */
export async function withUnpacked<Outcome>(
  file: string,
  prefix: string,
  work: (folder: string) => Promise<Outcome>,
): Promise<Outcome> {
  assertPlainTar(file);
  const folder = make(prefix);
  try {
    await unpack(file, folder);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function make(prefix: string): string {
  try {
    return mkdtempSync(prefix);
  } catch (cause) {
    throw unusable(
      dirname(prefix),
      cause,
      "The backup is unpacked there for a while: where that cannot be, copy it to another folder first.",
    );
  }
}
