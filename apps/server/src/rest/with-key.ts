import type { LimitState, Principal, Scope } from "@katkey/keys";
import type { Request, RequestHandler } from "express";
import { send, type Answer } from "../http/answer.ts";
import { arrivalOf } from "../http/arrival.ts";
import { isFault, reportFault } from "../http/faults.ts";
import { busyRetryAfter, problemOf } from "../http/problem-of.ts";
import { answerOf, Problem } from "../http/problem.ts";
import { apiHeaders } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import { authenticate } from "./authenticate.ts";
import { keyActorOf } from "./key-actor.ts";
import { limitHeaders } from "./limit-headers.ts";
import type { Admitted, KeyHandler } from "./route.ts";
import { recordUse } from "./record-use.ts";

interface Protection {
  readonly scopes: readonly Scope[];
  /** The pattern under which the use is counted, never the path that was called. */
  readonly route: string;
}

export type WithKey = (protection: Protection, handler: KeyHandler) => RequestHandler;

/**
 * Puts the key before a handler: it runs only for a request that was admitted, and every
 * answer to a key that is known says how its limit stands, and is counted before it leaves.
 */
export function withKeyOf(services: Services): WithKey {
  const constant = apiHeaders(services.origin);
  return ({ scopes, route }, handler) =>
    async (request, response) => {
      const { principal, limit, refusal } = await authenticate(services, request, scopes);
      const admitted = admittedOf(services, request, { principal, limit });
      assertCounting(services);
      const answer = refusal ? refused(admitted, refusal) : await answerBy(handler, principal, admitted);
      await recordUse(services, principal, {
        request,
        route,
        status: answer.status,
        refused: refusal !== null,
      });
      const named = { "X-Request-Id": arrivalOf(request).requestId, ...answer.headers };
      send(response, { ...answer, headers: { ...constant, ...limitHeaders(limit), ...named } });
    };
}

/** What could not be counted must not be done. */
function assertCounting({ usage }: Services): void {
  if (usage.isWritable()) return;
  const detail = "Requests cannot be counted at the moment, and none is served that is not counted.";
  throw new Problem("busy", { detail, headers: busyRetryAfter });
}

async function answerBy(handler: KeyHandler, principal: Principal, admitted: Admitted): Promise<Answer> {
  try {
    return await handler(principal, admitted);
  } catch (error) {
    return refused(admitted, error);
  }
}

function refused({ services: { log, origin }, request }: Admitted, error: unknown): Answer {
  const { requestId } = arrivalOf(request);
  const problem = problemOf(error);
  if (isFault(problem)) reportFault(log, request, error);
  else log.debug({ requestId, code: problem.code }, "refused");
  return answerOf(problem, { origin, requestId });
}

function admittedOf(
  services: Services,
  request: Request,
  { principal, limit }: { readonly principal: Principal; readonly limit: LimitState },
): Admitted {
  const organizationId = principal.organization.id;
  const now = services.clock.now();
  const act = { organizationId, actor: keyActorOf(principal), now, ...arrivalOf(request) };
  return { services, request, parameters: parametersOf(request), act, limit };
}

/** Express knows parameters of several values; our paths have none. */
function parametersOf({ params }: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
