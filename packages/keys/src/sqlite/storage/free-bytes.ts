import { statfs } from "node:fs/promises";

/** What may be written beside what is there; 0 where nobody can say. */
export async function freeBytesIn(directory: string): Promise<number> {
  const disk = await statfs(directory).catch(() => null);
  return disk === null ? 0 : disk.bavail * disk.bsize;
}
