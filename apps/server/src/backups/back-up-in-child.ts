import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../compose/backup-process.ts", import.meta.url));

/** Why a backup could not be made, in the words of the process that was to make it. */
export class BackupProcessError extends Error {
  override readonly name = "BackupProcessError";
}

/** How its process ends when the backup is made, and no restore would take it as it is. */
export const madeWithDifferences = 3;

/** More than this of what went wrong nobody reads. */
const longestFault = 4_000;

/**
 * Makes a backup by a process of its own, with these settings: copying blocks its thread, and a process can be given
 * less of the processor than those that answer requests. It ends with this process. Resolves to why no restore would
 * take it as it is; `null`: nothing is known of. @throws BackupProcessError
 */
export async function backUpInChild(destination: string, signal: AbortSignal): Promise<string | null> {
  const child = fork(program, [destination], { stdio: ["ignore", "ignore", "pipe", "ipc"], execArgv: [] });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-longestFault);
  });
  const end = () => void child.kill("SIGKILL");
  signal.addEventListener("abort", end, { once: true });
  try {
    const [code] = await once(child, "close");
    if (code === madeWithDifferences) return said.trim();
    if (code !== 0)
      throw new BackupProcessError(
        said.trim() === "" ? "The process that backs up was killed." : said.trim(),
      );
    return null;
  } finally {
    signal.removeEventListener("abort", end);
  }
}
