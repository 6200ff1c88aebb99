import { lstatSync, readFileSync } from "node:fs";

const mostBytes = 10_000;

/**
 * What a small file of ours says, as JSON; `null`: it cannot be read, or nobody of us wrote it. Whoever can write to the
 * directory could put there what is never read to its end.
 */
export function readNote(path: string): unknown {
  try {
    const stat = lstatSync(path);
    return stat.isFile() && stat.size <= mostBytes ? JSON.parse(readFileSync(path, "utf8")) : null;
  } catch {
    return null;
  }
}
