import type { Drain } from "../http/drain.ts";
import type { Log } from "../log.ts";

/** In milliseconds. After it there is still time to answer before connections are cut. */
const patience = 6_000;

interface Stopping {
  readonly drain: Drain;
  readonly log: Log;
  /** Ends what others are waited for, when they take too long. */
  giveUp(): void;
  /** Closes the databases, after the last answer. */
  close(): void;
}

/** The first signal stops gracefully and exits 0; the second one ends the process at once with 1. */
export function stopOnSignal({ drain, log, giveUp, close }: Stopping): void {
  const stop = async (signal: string) => {
    if (drain.draining) process.exit(1);
    log.info({ signal }, "stopping");
    setTimeout(giveUp, patience).unref();
    const cut = await drain.begin();
    if (cut > 0) log.warn({ connections: cut }, "requests that took too long were cut");
    close();
    log.info("stopped");
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
