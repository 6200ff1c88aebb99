import { closeDueMonths, monthOf, type Month } from "@katkey/keys";
import type { Services } from "../services.ts";

const intervalMs = 60_000;

/**
 * Closes the months that are over, now and each minute, so that a statement does not wait for
 * somebody to ask for it. Returns how to stop.
 */
export function keepMonthsClosed({ billing, clock, log }: Pick<Services, "billing" | "clock" | "log">) {
  let running: Month | null = null;
  let busy = false;
  let stopped = false;

  async function close(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      const now = clock.now();
      const month = monthOf(Math.min(now, billing.settled?.() ?? now));
      if (month !== running) await closeDueMonths(billing, { now });
      running = month;
    } catch (err) {
      // Whatever was cut off at the end goes on with the next start.
      if (!stopped) log.error({ err }, "months could not be closed");
    }
    busy = false;
  }

  const timer = setInterval(close, intervalMs).unref();
  void close();
  return (): void => {
    stopped = true;
    clearInterval(timer);
  };
}
