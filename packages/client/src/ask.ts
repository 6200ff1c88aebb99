import { callOnce, timeout, type Call, type Outcome } from "./call.ts";
import type { ArrivedAnswer } from "./error-of-answer.ts";
import { createDeadline, type Deadline } from "./deadline.ts";
import { KatkeyUnavailableError } from "./errors.ts";
import type { Settings } from "./options.ts";

/** What is not the same in every run. */
export interface Surroundings {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** 100, 300, 900 ms: together about as long as a Katkey takes to start again. */
const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 1_000;

/** So that not everybody comes back at once. */
const longestJitterMilliseconds = 100;

/**
 * Asks, and asks again where the attempt before has certainly counted nothing, until it is answered, the retries are
 * used up or the next one would come too late. @throws KatkeyError, or the reason of the caller's signal
 */
export async function ask(
  settings: Settings,
  call: Call,
  { now, random, signal }: Surroundings & { readonly signal: AbortSignal | undefined },
): Promise<ArrivedAnswer> {
  signal?.throwIfAborted();
  const deadline = createDeadline(settings.timeoutMilliseconds, { now, caller: signal });
  try {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await callOnce(settings, call, deadline);
      if ("answer" in outcome) return outcome.answer;
      const pause = pauseAfter(outcome, attempt) + random() * longestJitterMilliseconds;
      const isLast = attempt === settings.retries || pause >= deadline.remainingMilliseconds();
      if (isLast || !outcome.repeatable) throw outcome.error;
      await pauseFor(pause, deadline, call);
    }
  } finally {
    deadline.end();
  }
}

/** As long as Katkey wishes; else longer each time. */
function pauseAfter(outcome: Extract<Outcome, { error: unknown }>, attempt: number): number {
  const { error } = outcome;
  const wished = error instanceof KatkeyUnavailableError ? error.retryAfterSeconds : null;
  if (wished !== null) return wished * 1000;
  return Math.min(firstPauseMilliseconds * 3 ** attempt, longestPauseMilliseconds);
}

async function pauseFor(milliseconds: number, deadline: Deadline, { requestId }: Call): Promise<void> {
  try {
    await deadline.wait(milliseconds);
  } catch (reason) {
    throw deadline.isOver() ? timeout(requestId, false) : reason;
  }
}
