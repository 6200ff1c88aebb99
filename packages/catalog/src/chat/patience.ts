import { setTimeout } from "node:timers/promises";
import { faultOf } from "./fault.ts";

/** How long an endpoint may take, in milliseconds. */
export interface Patience {
  /** For one try, to the last byte of its answer. */
  readonly most: number;
  /** Before the second try, if the endpoint does not say. */
  readonly pause: number;
  /** If the endpoint asks for more, there is no second try. */
  readonly longestPause: number;
}

/** A caller waits 30 seconds: two tries and the longest pause between them are 29. A text takes a model 3 to 8. */
export const usualPatience: Patience = { most: 12_000, pause: 500, longestPause: 5_000 };

/** Tries a second time after what may pass: timeouts, broken connections, 408, 429 and 5xx; never once it is to stop. */
export async function withOneRetry<Outcome>(
  attempt: (signal: AbortSignal) => Promise<Outcome>,
  stopping: AbortSignal,
  { most, pause, longestPause }: Patience,
): Promise<Outcome> {
  const once = () => attempt(AbortSignal.any([AbortSignal.timeout(most), stopping]));
  try {
    return await once();
  } catch (error) {
    const { passing, retryAfterMs } = faultOf(error);
    const wait = retryAfterMs ?? pause;
    if (!passing || wait > longestPause) throw error;
    await setTimeout(wait, undefined, { signal: stopping });
    return await once();
  }
}
