import { KeyError, type Act, type KeyActor, type LimitState, type Principal } from "@katkey/keys";
import type { Request, RequestHandler } from "express";
import { windowSeconds, type Scope } from "@katkey/keys";
import { send, type Answer } from "../http/answer.ts";
import { arrivalOf } from "../http/arrival.ts";
import { answerOf, Problem } from "../http/problem.ts";
import { reportFault } from "../http/faults.ts";
import { apiHeaders } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import { authenticate } from "./authenticate.ts";
import { recordUse } from "./last-use.ts";
import type { Admitted, KeyHandler } from "./route.ts";

interface Protection {
  readonly scopes: readonly Scope[];
  /** The pattern under which the use is recorded, never the path that was called. */
  readonly route: string;
}

export type WithKey = (protection: Protection, handler: KeyHandler) => RequestHandler;

/**
 * Puts the key before a handler: it runs only for a request that was admitted, and every
 * answer to a key that is known says how its limit stands and is recorded as its use.
 */
export function withKeyOf(services: Services): WithKey {
  const constant = apiHeaders(services.origin);
  return ({ scopes, route }, handler) =>
    async (request, response) => {
      const { principal, limit, refusal } = await authenticate(services, request, scopes);
      const admitted = admittedOf(services, request, { principal, limit });
      const answer = refusal
        ? refusedAnswer(services, request, refusal)
        : await answerBy(handler, principal, admitted);
      recordUse(services, principal, { request, route, status: answer.status, at: admitted.act.now });
      const headers = { ...constant, ...limitHeaders(limit), ...answer.headers };
      send(response, { ...answer, headers: { ...headers, "X-Request-Id": arrivalOf(request).requestId } });
    };
}

async function answerBy(handler: KeyHandler, principal: Principal, admitted: Admitted): Promise<Answer> {
  try {
    return await handler(principal, admitted);
  } catch (error) {
    return refusedAnswer(admitted.services, admitted.request, error);
  }
}

function refusedAnswer(services: Services, request: Admitted["request"], error: unknown): Answer {
  return answerOf(problemOf(services, request, error), { origin: services.origin, ...arrivalOf(request) });
}

function problemOf({ log }: Services, request: Admitted["request"], error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof KeyError) return new Problem(error.code, { detail: error.message, cause: error });
  reportFault(log, request, error);
  return new Problem("internal_error", { cause: error });
}

/** draft-ietf-httpapi-ratelimit-headers-11 */
function limitHeaders({ limit, remaining, resetSeconds }: LimitState): Readonly<Record<string, string>> {
  return {
    "RateLimit-Policy": `"account";q=${limit};w=${windowSeconds}`,
    RateLimit: `"account";r=${remaining};t=${resetSeconds}`,
  };
}

function admittedOf(
  services: Services,
  request: Request,
  { principal, limit }: { readonly principal: Principal; readonly limit: LimitState },
): Admitted {
  const parameters = Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, String(value)]),
  );
  const act = { ...actOf(principal, services.clock.now()), ...arrivalOf(request) };
  return { services, request, url: request.originalUrl, parameters, act, limit };
}

function actOf(
  { organization, key, scopes, responsible }: Principal,
  now: number,
): Omit<Act<KeyActor>, "address" | "requestId"> {
  const { memberId, role } = responsible;
  return {
    organizationId: organization.id,
    actor: {
      type: "key",
      keyId: key.id,
      name: key.name,
      environment: key.environment,
      memberId,
      // A member who has left: the key has no scope then, and may still revoke itself.
      role: role ?? "viewer",
      scopes,
    },
    now,
  };
}
