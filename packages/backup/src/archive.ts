import { chmodSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { create, extract, type ReadEntry } from "tar";
import { BackupError, isNoRoom, unusable } from "./backup-error.ts";
import { databaseNames, manifestName } from "./manifest.ts";
import { sync } from "./sync.ts";

/** What is in a backup. The manifest comes first, so that it is read without the rest. */
const names: readonly string[] = [manifestName, ...databaseNames];

/** The manifest is read in one piece. Of four hundred thousand organizations it has as much. */
const mostManifestBytes = 64 * 1024 * 1024;

/** Packs the files of a folder into a plain tar, which `tar xf` opens. */
export async function pack(folder: string, target: string): Promise<void> {
  await create({ file: target, cwd: folder, portable: true, mode: 0o600 }, [...names]);
  chmodSync(target, 0o600);
  sync(target);
}

/** Unpacks what belongs in a backup, a plain tar, into a folder, and nothing else that the file may hold. @throws BackupError */
export async function unpack(file: string, folder: string): Promise<void> {
  const sizes = new Map<string, number>();
  try {
    await extract({
      file,
      cwd: folder,
      strict: true,
      preserveOwner: false,
      filter: (path, entry) => {
        const isOurs = "type" in entry && isOfABackup(path, entry);
        if (isOurs) sizes.set(path, entry.size);
        return isOurs;
      },
    });
    for (const path of names.map((name) => join(folder, name))) if (existsSync(path)) chmodSync(path, 0o600);
  } catch (cause) {
    throw explained(file, cause);
  }
  // Where a write was cut short for want of room, nothing else says so.
  const isWhole = [...sizes].every(([name, size]) => statSync(join(folder, name)).size === size);
  if (!isWhole) throw noRoom(file);
}

function noRoom(file: string, cause?: unknown): BackupError {
  const message = `There is no room to unpack ${file}, and nothing was changed. The backup itself was not found to be damaged: make room, and try again.`;
  return new BackupError("unusable", message, { cause });
}

/** Only plain files, only by these names: what a made-up archive says of paths and links is not done. */
function isOfABackup(path: string, { type, size }: ReadEntry): boolean {
  if (type !== "File" || !names.includes(path)) return false;
  return path !== manifestName || size <= mostManifestBytes;
}

/** What is wrong with the archive itself, or with the disk: no room to unpack it, no right to read it. */
function explained(file: string, cause: unknown): BackupError {
  if (isNoRoom(cause)) return noRoom(file, cause);
  if (cause instanceof Error && "tarCode" in cause && !("syscall" in cause)) {
    const message = `${file} is damaged, or no backup: ${cause.message}. Try an older one.`;
    return new BackupError("damaged", message, { cause });
  }
  return unusable(file, cause);
}
