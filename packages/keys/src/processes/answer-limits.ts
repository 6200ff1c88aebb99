import type { LocalRateLimiter } from "../admission/rate-limiter.ts";
import type { LimitAnswer, LimitAnswers, LimitQuestion, LimitQuestions } from "./limit-message.ts";

/**
 * Decides for other processes, in the order in which they ask. `at` is this process's monotonic clock, the same for
 * all of them: one that has waited for its turn would otherwise be counted into a window that others have left.
 */
export function answerLimits(
  limiter: LocalRateLimiter,
  { round, asked }: LimitQuestions,
  at: number,
): LimitAnswers {
  return { round, given: asked.map((question) => answerOf(limiter, question, at)) };
}

function answerOf(limiter: LocalRateLimiter, [name, limit, cost]: LimitQuestion, at: number): LimitAnswer {
  if (cost === null) {
    const { remaining, resetSeconds } = limiter.peek(name, limit, at);
    return [true, remaining, resetSeconds];
  }
  const { allowed, remaining, resetSeconds } = limiter.take(name, limit, at, cost);
  return [allowed, remaining, resetSeconds];
}
