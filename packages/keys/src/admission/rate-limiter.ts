/** Every limit counts over this window. */
export const windowSeconds = 60;

/** How a limit stands. `resetSeconds`: until a request leaves the window and, when none is left, a place is free; rounded up; 0 when the window is empty. */
export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface LimitDecision extends LimitState {
  readonly allowed: boolean;
}

/**
 * An exact sliding window: of the requests under one name, never more than
 * `limit` are allowed in any 60 seconds, and never fewer for a client within it.
 * `at` is in milliseconds of a monotonic clock; where several processes share the
 * limits, the one that decides reads its own instead. A refused request costs nothing.
 * Whoever has the answer here gives it at once, so that nobody waits for a promise.
 * @throws KeyError `busy` when nobody decides: nothing is allowed then
 */
export interface RateLimiter {
  /**
   * Takes `cost` places, by itself one: all of them or none. None at all are always there. Of a refusal `resetSeconds`
   * says when so many are free.
   */
  take(name: string, limit: number, at: number, cost?: number): LimitDecision | Promise<LimitDecision>;
  /** The state without spending. */
  peek(name: string, limit: number, at: number): LimitState | Promise<LimitState>;
}

/** One that has every answer here. */
export interface LocalRateLimiter extends RateLimiter {
  take(name: string, limit: number, at: number, cost?: number): LimitDecision;
  peek(name: string, limit: number, at: number): LimitState;
}
