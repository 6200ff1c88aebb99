import { execFile } from "node:child_process";
import { join } from "node:path";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Settings = Readonly<Record<string, string>>;

export const main = join(import.meta.dirname, "../src/main.ts");

/** So that a process is quick to begin. */
export const compileCache = join(import.meta.dirname, "../../../node_modules/.cache/compile");

/** `katkey` with these settings, each command a process of its own; `input` comes in at its standard input. */
export function aShell(settings: Settings, input = "") {
  return (...typed: readonly string[]) =>
    new Promise<Outcome>((resolve) => {
      const options = { env: { NODE_COMPILE_CACHE: compileCache, ...settings }, maxBuffer: 1 << 26 };
      const child = execFile(process.execPath, [main, ...typed], options, (_, stdout, stderr) =>
        resolve({ code: child.exitCode, stdout, stderr }),
      );
      // Most commands read nothing, and may have ended before.
      child.stdin?.on("error", () => {}).end(input);
    });
}

/** The same on the data in a directory. */
export function aShellOn(directory: string, settings: Settings = {}) {
  return aShell({ KATKEY_DATA_DIR: directory, ...settings });
}
