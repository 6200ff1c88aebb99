import type { SignInThrottle } from "./sign-in-throttle.ts";

/** Attempts at signing in, as several processes count them together. */
export interface SharedAttempts {
  readonly throttle: SignInThrottle;
  /** Takes one of the attempts that are free under a name, of so many a minute. */
  take(
    name: string,
    perMinute: number,
  ): Promise<{ readonly allowed: boolean; readonly resetSeconds: number }>;
}
