import type { Log } from "../log.ts";

const intervalMs = 1_000;

/**
 * Learns each second what other processes have changed of what is sealed, so that a process that nobody asks knows it,
 * too, when somebody puts older rows back. Returns how to stop.
 */
export function keepTurnsKnown(learn: () => void, log: Log): () => void {
  function look(): void {
    try {
      learn();
    } catch (err) {
      // A disk that fails is told of by itself, and the next look is soon.
      log.debug({ err }, "what others have sealed could not be read");
    }
  }

  const timer = setInterval(look, intervalMs).unref();
  return () => clearInterval(timer);
}
