import { AuthRefusal, tooManyAttempts } from "../routes/auth-refusal.ts";
import { IdentityError } from "../errors.ts";
import type { SignInThrottle } from "./sign-in-throttle.ts";

/** What a process tells the one that slows down sign-ins for all of them. */
export type AttemptNews =
  | { readonly about: "wait"; readonly id: number; readonly email: string; readonly address: string | null }
  | { readonly about: "failed" | "succeeded"; readonly email: string };

/** The attempt may be made, or, where there are seconds, not before then. */
export interface AttemptAnswer {
  readonly id: number;
  readonly refusedForSeconds: number | null;
}

/** Longer than the longest pause. */
const patienceMs = 10_000;

interface AskingThrottle {
  readonly throttle: SignInThrottle;
  hear(answer: AttemptAnswer): void;
}

/** A throttle that another process keeps. Where it does not answer, nobody signs in. */
export function createAskingThrottle(tell: (news: AttemptNews) => void): AskingThrottle {
  const asked = new Map<number, (refusal: Error | null) => void>();
  let latest = 0;

  function settle(id: number, refusal: Error | null): void {
    asked.get(id)?.(refusal);
    asked.delete(id);
  }

  return {
    throttle: {
      wait: (email, address) =>
        new Promise((resolve, reject) => {
          const id = (latest += 1);
          const late = setTimeout(() => settle(id, tooBusy()), patienceMs).unref();
          asked.set(id, (refusal) => {
            clearTimeout(late);
            if (refusal === null) resolve();
            else reject(refusal);
          });
          tell({ about: "wait", id, email, address });
        }),
      failed: (email) => tell({ about: "failed", email }),
      succeeded: (email) => tell({ about: "succeeded", email }),
    },
    hear: ({ id, refusedForSeconds: seconds }) =>
      settle(id, seconds === null ? null : tooManyAttempts(seconds)),
  };
}

/** Slows down for another process; `answer` is called when its attempt may be made, or is refused. */
export function throttleFor(
  throttle: SignInThrottle,
  news: AttemptNews,
  answer: (answer: AttemptAnswer) => void,
): void {
  if (news.about !== "wait") {
    throttle[news.about](news.email);
    return;
  }
  const { id, email, address } = news;
  throttle.wait(email, address).then(
    () => answer({ id, refusedForSeconds: null }),
    (refusal: unknown) => answer({ id, refusedForSeconds: secondsOf(refusal) }),
  );
}

function secondsOf(refusal: unknown): number {
  return (refusal instanceof AuthRefusal && refusal.retryAfterSeconds) || 1;
}

function tooBusy(): IdentityError {
  return new IdentityError("too_busy", "Sign-ins cannot be counted at the moment.");
}
