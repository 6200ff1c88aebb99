import { mkdtempSync, rmSync } from "node:fs";
import { unpack } from "./archive.ts";
import { unusable } from "./backup-error.ts";

/** Unpacks a backup into a folder of its own, which is gone when what is done with it is done. @throws BackupError */
export async function withUnpacked<Outcome>(
  file: string,
  prefix: string,
  work: (folder: string) => Promise<Outcome>,
): Promise<Outcome> {
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
    throw unusable(prefix, cause);
  }
}
