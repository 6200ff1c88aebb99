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
 * `at` is in milliseconds of a monotonic clock. A refused request costs nothing.
 */
export interface RateLimiter {
  /**
   * Takes `cost` places, by itself one: all of them or none. None at all are always there. Of a refusal `resetSeconds`
   * says when so many are free.
   */
  take(name: string, limit: number, at: number, cost?: number): LimitDecision;
  /** The state without spending. */
  peek(name: string, limit: number, at: number): LimitState;
}
