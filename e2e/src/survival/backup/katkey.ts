import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { cleanUp } from "../../harness/clean-up.ts";

const cli = fileURLToPath(new URL("../../../../apps/cli/src/main.ts", import.meta.url));
const compileCache = fileURLToPath(new URL("../../../../node_modules/.cache/compile", import.meta.url));

export interface Command {
  readonly process: ChildProcess;
  /** Its exit code, `null` when a signal ended it, and what it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

interface On {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Begins one of the operator's commands on an installation, as a process of its own. */
export function katkey({ dataDir, env = {} }: On, ...typed: readonly string[]): Command {
  const child = spawn(process.execPath, [cli, ...typed], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: dataDir, ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  cleanUp(async () => void child.kill("SIGKILL"));
  const ended = once(child, "close").then(() => ({ code: child.exitCode, said }));
  return { process: child, ended };
}
