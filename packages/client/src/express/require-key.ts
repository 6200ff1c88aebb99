import type { Answer } from "../answer.ts";
import type { Admitted } from "../decision.ts";
import { guard, type GuardOptions, type Protection } from "../incoming/guard.ts";
import type { Katkey } from "../katkey.ts";
import type { ExpressNext, ExpressRequest, ExpressResponse } from "./express-like.ts";
import { incomingOf } from "./incoming-of.ts";

export type KeyMiddleware = (request: ExpressRequest, response: ExpressResponse, next: ExpressNext) => void;

export type RequireKey = (protection?: Protection) => KeyMiddleware;

// Beside the request and not on it, so that nothing else can write it.
const decisions = new WeakMap<object, Admitted>();

/**
 * Makes the middleware: `requireKey({ scope: "orders:read" })`. A refused request is answered as Katkey's own API would;
 * an admitted one goes on, and its answer says how the limit stands. What is set up wrongly goes to `next`.
 */
export function createRequireKey(katkey: Katkey, options: GuardOptions = {}): RequireKey {
  return (protection = {}) =>
    (request, response, next) => {
      const passing = guard({ katkey, options }, incomingOf(request), protection).then((passage) => {
        if (!passage.passed) return refuse(response, passage.answer);
        if (passage.decision !== null) admit(request, response, passage.decision);
        return next;
      });
      // Beside `then`: what a later handler throws in `next` is not ours to catch.
      void passing.then((proceed) => proceed?.(), next);
    };
}

/** Who is calling. @throws Error for a request that no `requireKey` admitted */
export function katkeyOf(request: object): Admitted {
  const decision = decisions.get(request);
  if (decision === undefined)
    throw new Error("No requireKey admitted this request, so nobody knows whose it is.");
  return decision;
}

/** Who is calling; null where `onUnavailable` let the request pass, and where there is no `requireKey`. */
export function findKatkey(request: object): Admitted | null {
  return decisions.get(request) ?? null;
}

function admit(request: ExpressRequest, response: ExpressResponse, decision: Admitted): void {
  decisions.set(request, decision);
  for (const [name, value] of Object.entries(decision.headers)) response.setHeader(name, value);
}

function refuse(response: ExpressResponse, { status, headers, body }: Answer): undefined {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(JSON.stringify(body));
}
