import type { Drain } from "../http/drain.ts";
import type { Log } from "../log.ts";

interface Stopping {
  readonly drain: Drain;
  readonly log: Log;
  /** Closes the databases, after the last answer. */
  close(): void;
}

/** The first signal stops gracefully and exits 0; the second one ends the process at once with 1. */
export function stopOnSignal({ drain, log, close }: Stopping): void {
  const stop = async (signal: string) => {
    if (drain.draining) process.exit(1);
    log.info({ signal }, "stopping");
    const cut = await drain.begin();
    if (cut > 0) log.warn({ connections: cut }, "requests that took too long were cut");
    close();
    log.info("stopped");
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
