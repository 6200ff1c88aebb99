import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { CommandError } from "../command/command.ts";

/**
 * Writes a file for its owner only, and puts it in place whole: killed half-way, nothing stands under its name.
 * @throws CommandError
 */
export async function writeWhole(
  path: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (existsSync(path)) throw new CommandError(`${path} is there already.`, { code: "file_exists" });
  const draft = `${path}.${process.pid}.new`;
  const file = await open(draft, "wx", 0o600).catch((cause: unknown) => {
    throw new CommandError(`${path} cannot be written: ${String(cause)}.`, {
      code: "file_unwritable",
      cause,
    });
  });
  try {
    await fill(async (text) => void (await file.write(text)));
    await file.sync();
    await rename(draft, path);
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}
