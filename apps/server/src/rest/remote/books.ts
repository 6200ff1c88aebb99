import { callerOf, type Caller } from "@katkey/keys";
import { problems } from "../../http/problems.ts";
import { withoutSecrets } from "../../input/without-secrets.ts";
import type { Services } from "../../services.ts";
import { noteRefusalOf } from "../books/note-refusal.ts";
import { recordUses } from "../books/record-use.ts";
import { countedMethod, keptUserAgent, type Seen } from "../books/seen.ts";
import { createCountedRoutes, type CountedRoute } from "./counted-routes.ts";
import type { Decision, RemoteRequest } from "./judge.ts";

type Book = (request: RemoteRequest, decision: Decision, now: number) => Promise<void> | null;

/** Counts and notes what was decided about another server's request, as withKey does about a direct one. */
export function createBooks(services: Services): Book {
  const countedRoute = createCountedRoutes();
  return (request, { admission, problem }, now) => {
    if (request.cost === 0) return null;
    const caller = callerIn(admission);
    if (caller === null) return null;
    const seen = seenOf(request, { caller, now, countedRoute });
    const limit = "limit" in admission ? admission.limit : null;
    if (problem !== null) {
      const { requestId, scopes } = request;
      noteRefusalOf(services, { ...seen, requestId, scopes }, { caller, limit, problem });
    }
    if (!("principal" in admission)) return null;
    const answered = {
      principal: admission.principal,
      limit: admission.limit,
      status: problem === null ? 200 : problems[problem.code].status,
      refused: problem !== null,
      cause: problem?.code ?? "none",
    };
    return recordUses(services, seen, answered, request.cost);
  };
}

function callerIn(admission: Decision["admission"]): Caller | null {
  if ("principal" in admission) return callerOf(admission.principal);
  return "caller" in admission ? admission.caller : null;
}

interface Circumstances {
  readonly caller: Caller;
  readonly now: number;
  readonly countedRoute: CountedRoute;
}

function seenOf(request: RemoteRequest, { caller, now, countedRoute }: Circumstances): Seen {
  const { address, userAgent, method, route } = request;
  return {
    at: now,
    // As with clients that are too many to be told apart.
    address: address ?? "",
    userAgent: keptUserAgent(userAgent),
    method: method === "" ? "" : countedMethod(method),
    route: countedRoute(caller.organizationId, withoutSecrets(route), now),
  };
}
