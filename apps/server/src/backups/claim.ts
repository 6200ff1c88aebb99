import { randomUUID } from "node:crypto";
import { link, open, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { faultCodeOf } from "../start/start-error.ts";

const claimName = ".katkey-auto.claim";

/** Whoever holds it says so as often … */
const beatMs = 20_000;
/** … and is dead when it has not for so long. */
const staleMs = 120_000;

/** The right to make backups in a folder, which one process of all servers has at a time. */
export interface FolderClaim {
  release(): Promise<void>;
}

/** `null`: another process holds it. @throws what the operating system says of the folder */
export async function claimFolder(folder: string, now: () => number): Promise<FolderClaim | null> {
  const path = join(folder, claimName);
  if (!(await make(path)) && !((await takeAway(path, now())) && (await make(path)))) return null;
  const beat = () => void utimes(path, now() / 1_000, now() / 1_000).catch(() => {});
  beat();
  const timer = setInterval(beat, beatMs).unref();
  return {
    async release() {
      clearInterval(timer);
      await rm(path, { force: true });
    },
  };
}

/** The file system decides who is first. */
async function make(path: string): Promise<boolean> {
  try {
    await (await open(path, "wx", 0o600)).close();
    return true;
  } catch (cause) {
    if (faultCodeOf(cause) === "EEXIST") return false;
    throw cause;
  }
}

/** Of several that find it stale, one renames it. */
async function takeAway(path: string, now: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found === null) return true;
  if (now - found.mtimeMs < staleMs) return false;
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    // Meanwhile another may have taken the stale one away and made its own, and this is it.
    const isLive = now - (await stat(aside)).mtimeMs < staleMs;
    if (isLive) await link(aside, path);
    await rm(aside, { force: true });
    return !isLive;
  } catch {
    return false;
  }
}
