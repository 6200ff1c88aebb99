import { sweptAtOnce } from "@katkey/oauth";
import type { Services } from "../services.ts";

const intervalMs = 60_000;

/** Removes what has expired of the protocol's, each minute, a little at a time. Returns how to stop. */
export function keepSwept({ oauth, clock, log }: Pick<Services, "oauth" | "clock" | "log">): () => void {
  let stopped = false;

  async function sweep(): Promise<void> {
    try {
      if ((await oauth.sweep(clock.now())) === sweptAtOnce && !stopped) await sweep();
    } catch (err) {
      // What was left goes with the next round.
      if (!stopped) log.error({ err }, "what has expired could not be removed");
    }
  }

  const timer = setInterval(sweep, intervalMs).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
