import type { IncomingMessage } from "node:http";
import { clientGroupOf, type AppId } from "@katkey/keys";
import { arrivalOf } from "../http/arrival.ts";
import type { Services } from "../services.ts";

type Counting = Pick<Services, "limiter" | "clock" | "failuresPerMinute">;

/**
 * Counts a request to connect that leaves something in the database, of somebody who need not prove anything. `null`,
 * or after how many seconds they may come again.
 */
export function spendOnStrangers(services: Counting, request: IncomingMessage): Promise<number | null> {
  return spend(services, clientGroupOf(arrivalOf(request).address));
}

/** The same, of an app that has proved who it is: as many of one app as of one address. */
export function spendOnApp(services: Counting, app: AppId): Promise<number | null> {
  return spend(services, app);
}

async function spend({ limiter, clock, failuresPerMinute }: Counting, who: string): Promise<number | null> {
  const name = `requests to connect ${who}`;
  const { allowed, resetSeconds } = await limiter.take(name, failuresPerMinute, clock.monotonic());
  return allowed ? null : resetSeconds;
}
