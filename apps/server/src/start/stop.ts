import type { Drain } from "../http/drain.ts";
import type { Log } from "../log.ts";
import type { Orders } from "./orders.ts";

/** In milliseconds. After it there is still time to answer before connections are cut. */
const patience = 6_000;

interface Stopping {
  readonly drain: Drain;
  readonly orders: Pick<Orders, "dismissed">;
  readonly log: Log;
  /** Ends what others are waited for, when they take too long. */
  giveUp(): void;
  /** Closes the databases, after the last answer. */
  close(): void;
}

/** Answers what has come, and exits with 0. */
export async function stop({ drain, orders, log, giveUp, close }: Stopping, why: string): Promise<void> {
  log.info({ signal: why }, "stopping");
  setTimeout(giveUp, patience).unref();
  const cut = await drain.begin();
  if (cut > 0) log.warn({ connections: cut }, "requests that took too long were cut");
  await orders.dismissed();
  close();
  log.info("stopped");
  process.exit(0);
}
