import type { IncomingMessage } from "node:http";
import { clientGroupOf } from "@katkey/keys";
import { arrivalOf } from "../http/arrival.ts";
import type { Services } from "../services.ts";

/**
 * Counts a request to connect that leaves something in the database, of somebody who need not prove anything. `null`,
 * or after how many seconds they may come again.
 */
export async function spendOnStrangers(
  { limiter, clock, failuresPerMinute }: Pick<Services, "limiter" | "clock" | "failuresPerMinute">,
  request: IncomingMessage,
): Promise<number | null> {
  const name = `requests to connect ${clientGroupOf(arrivalOf(request).address)}`;
  const { allowed, resetSeconds } = await limiter.take(name, failuresPerMinute, clock.monotonic());
  return allowed ? null : resetSeconds;
}
