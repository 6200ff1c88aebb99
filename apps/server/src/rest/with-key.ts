import type { IncomingMessage, ServerResponse } from "node:http";
import { callerOf, type Principal } from "@katkey/keys";
import { linesOf, send, type Answer } from "../http/answer.ts";
import { arrivalOf } from "../http/arrival.ts";
import { isFault, reportFault } from "../http/faults.ts";
import { problemOf } from "../http/problem-of.ts";
import { answerOf, type Problem } from "../http/problem.ts";
import { apiHeaders } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import { assertCounting } from "./books/assert-counting.ts";
import { authenticate } from "./caller/authenticate.ts";
import { actorOf } from "./caller/actor.ts";
import { limitLines } from "./caller/limit-lines.ts";
import { noteRefusal } from "./books/note-refusal.ts";
import type { Admitted, KeyHandler } from "./route.ts";
import { recordUse } from "./books/record-use.ts";
import type { Asked } from "./books/seen.ts";

/** Answers a request with the parameters of its path. */
export type ProtectedHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  parameters: Admitted["parameters"],
) => Promise<void>;

export type WithKey = (protection: Pick<Asked, "scopes" | "route">, handler: KeyHandler) => ProtectedHandler;

/**
 * Puts the key before a handler: it runs only for a request that was admitted, and every
 * answer to a key that is known says how its limit stands, and is counted before it leaves.
 */
export function withKeyOf(services: Services): WithKey {
  const constant = linesOf(apiHeaders(services.origin));
  return (protection, handler) => async (request, response, parameters) => {
    const asked = { request, ...protection };
    const authenticated = await authenticate(services, request, protection.scopes);
    if (authenticated.principal === null) {
      noteRefusal(services, asked, {
        caller: authenticated.caller,
        limit: null,
        problem: authenticated.refusal,
      });
      throw authenticated.refusal;
    }
    const { principal, limit, refusal } = authenticated;
    const admitted = admittedOf(services, request, { principal, limit, parameters });
    assertCounting(services);
    const { answer, problem } = refusal
      ? refused(admitted, refusal)
      : await answerBy(handler, principal, admitted);
    if (problem !== null) noteRefusal(services, asked, { caller: callerOf(principal), limit, problem });
    await recordUse(services, asked, {
      principal,
      limit,
      status: answer.status,
      refused: refusal !== null,
      cause: problem?.code ?? "none",
    });
    const { requestId } = arrivalOf(request);
    send(response, answer, [...constant, ...limitLines(limit), "X-Request-Id", requestId]);
  };
}

interface Outcome {
  readonly answer: Answer;
  readonly problem: Problem | null;
}

async function answerBy(handler: KeyHandler, principal: Principal, admitted: Admitted): Promise<Outcome> {
  try {
    return { answer: await handler(principal, admitted), problem: null };
  } catch (error) {
    return refused(admitted, error);
  }
}

function refused({ services: { log, origin }, request }: Admitted, error: unknown): Outcome {
  const { requestId } = arrivalOf(request);
  const problem = problemOf(error);
  if (isFault(problem)) reportFault(log, request, error);
  else log.debug({ requestId, code: problem.code }, "refused");
  return { answer: answerOf(problem, { origin, requestId }), problem };
}

function admittedOf(
  services: Services,
  request: IncomingMessage,
  {
    principal,
    limit,
    parameters,
  }: Pick<Admitted, "limit" | "parameters"> & { readonly principal: Principal },
): Admitted {
  const organizationId = principal.organization.id;
  const now = services.clock.now();
  const act = { organizationId, actor: actorOf(principal), now, ...arrivalOf(request) };
  return { services, request, parameters, act, limit };
}
