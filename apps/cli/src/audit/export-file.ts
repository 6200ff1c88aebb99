import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { CommandError } from "../command/command.ts";

/**
 * Writes a file for its owner only, and puts it in place whole: killed half-way, nothing stands under its name.
 * @throws CommandError
 */
export async function writeWhole(
  path: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (existsSync(path)) {
    throw new CommandError(`${path} is there already: name a file that is not.`, { code: "file_exists" });
  }
  const draft = `${path}.${process.pid}.new`;
  const file = await open(draft, "wx", 0o600).catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  try {
    await fill(async (text) => void (await file.write(text)));
    await file.sync();
    await rename(draft, path);
  } catch (cause) {
    throw cause instanceof Error && "syscall" in cause ? unwritable(path, cause) : cause;
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "is not there: make the folder first",
  ENOTDIR: "is no folder",
  EACCES: "is closed to this user",
  EPERM: "is closed to this user",
  EROFS: "lies on a disk that can only be read",
  ENOSPC: "lies on a disk that is full",
};

function unwritable(path: string, cause: unknown): CommandError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const why = words[code] ?? (cause instanceof Error ? cause.message : String(cause));
  const message = `${path} cannot be written: ${dirname(path)} ${why}.`;
  return new CommandError(message, { code: "file_unwritable", cause });
}
