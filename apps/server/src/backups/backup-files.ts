import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** What the server made by itself, and may delete: `katkey-auto-20261122T093000Z.tar`. */
const form = /^katkey-auto-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar$/;

/** What one of them is made in, and is left of one that was killed. */
const draft = /^\.katkey-auto-\d{8}T\d{6}Z\.tar\.new-/;

/** A backup that the server made. Times are milliseconds since 1970, in whole seconds. */
export interface BackupFile {
  readonly name: string;
  readonly madeAt: number;
}

/** By its time in UTC, so that the names sort by it. */
export function backupNameOf(now: number): string {
  const digits = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return `katkey-auto-${digits}.tar`;
}

/** The newest first. @throws what the operating system says of the folder */
export async function listBackups(folder: string): Promise<readonly BackupFile[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => {
      const [, ...parts] = form.exec(name) ?? [];
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
      return parts.length === 0
        ? []
        : [{ name, madeAt: Date.UTC(year, month - 1, day, hour, minute, second) }];
    })
    .toSorted((one, other) => other.madeAt - one.madeAt);
}

/** The newest with its size; `null`: there is none, or the folder cannot be read. */
export async function findNewestBackup(
  folder: string,
): Promise<(BackupFile & { readonly bytes: number }) | null> {
  try {
    const [newest] = await listBackups(folder);
    return newest === undefined ? null : { ...newest, bytes: (await stat(join(folder, newest.name))).size };
  } catch {
    return null;
  }
}

/** Deletes the oldest beyond so many, and what killed ones have left: nothing that somebody else has put there. */
export async function pruneBackups(folder: string, keep: number): Promise<void> {
  const beyond = (await listBackups(folder)).slice(keep).map(({ name }) => name);
  const drafts = (await readdir(folder)).filter((name) => draft.test(name));
  for (const name of [...beyond, ...drafts]) await rm(join(folder, name), { recursive: true, force: true });
}
