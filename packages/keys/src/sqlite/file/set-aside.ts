import { existsSync, renameSync } from "node:fs";

/**
 * Puts a database that cannot be used out of the way with the files beside it, and leaves it as it is. Nobody may have
 * it open. Resolves to its new path; `null` when there was none.
 */
export function setAside(path: string, now: number): string | null {
  const aside = `${path}.damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}`;
  // The log first: without its database it is nothing, and beside a new one it would be taken for that one's.
  const moved = ["-wal", "-shm", ""].filter((end) => existsSync(`${path}${end}`));
  for (const end of moved) renameSync(`${path}${end}`, `${aside}${end}`);
  return moved.length > 0 ? aside : null;
}
