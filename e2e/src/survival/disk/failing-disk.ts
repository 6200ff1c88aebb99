import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cleanUp } from "../../harness/clean-up.ts";

/** How a disk can fail a process that has its files open. The last is what ext4 does to it when it goes read-only by itself. */
export const failures = {
  "EIO, writes and syncs": "pwrite64,fsync,fdatasync:error=EIO",
  "EIO, syncs only": "fsync,fdatasync:error=EIO",
  "EROFS, writes": "pwrite64:error=EROFS",
} as const;

export type Failure = keyof typeof failures;

/** Why this machine cannot have a disk fail; `null`: it can. */
export function lacksTracer(): string | null {
  if (spawnSync("strace", ["-V"]).status === 0) return null;
  return "There is no strace on this machine (on Debian: apt-get install strace).";
}

/** From now on the system answers a process so, until it is told to stop. */
export async function failFor(pid: number, failure: Failure): Promise<() => Promise<void>> {
  const inject = failures[failure];
  const traced = inject.replace(/:.*/, "");
  const tracer = spawn(
    "strace",
    ["-f", "-p", String(pid), "-e", `trace=${traced}`, "-e", `inject=${inject}`],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const end = async () => {
    if (tracer.exitCode !== null || tracer.signalCode !== null) return;
    tracer.kill("SIGINT");
    await once(tracer, "exit");
  };
  cleanUp(end);
  // It says so when it has every thread, and then each call.
  await once(tracer.stderr, "data");
  tracer.stderr.resume();
  return end;
}
