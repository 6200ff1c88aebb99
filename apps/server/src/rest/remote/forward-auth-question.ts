import type { Scope, ScopeRules } from "@katkey/keys";
import type { InputError } from "../../http/problem.ts";
import { parametersIn, queryOf } from "../../http/query.ts";
import { undecodableFaultsIn } from "../reading/undecodable.ts";

/** What a gateway's configuration asks, read once however often it is asked. */
export interface Question {
  /** As it is written. */
  readonly query: string;
  /** All of them are needed; empty: any valid key. */
  readonly scopes: readonly Scope[];
  /** What its requests are counted as. */
  readonly route: string;
  /** For nginx, whose `auth_request` passes on neither another status than 401 and 403 nor a body. */
  readonly inHeaders: boolean;
  /** With one of these nobody gets in. */
  readonly mistakes: readonly InputError[];
}

export type QuestionIn = (url: string) => Question;

/** More than gateways of one company ask, and little to hold when strangers make them up. */
const mostRemembered = 500;
const longestRemembered = 500;
/** Room for every scope that an installation can have; strangers have theirs read before anybody knows them. */
const longestQuestion = 4_000;

/** Remembers what it has read: a gateway asks the same few questions all the time. */
export function createQuestions(rules: ScopeRules): QuestionIn {
  const known = new Map<string, Question>();
  return (url) => {
    const query = configuredIn(url);
    const remembered = known.get(query);
    if (remembered !== undefined) return remembered;
    const question = query.length > longestQuestion ? tooLong : questionOf(query, rules);
    if (known.size === mostRemembered) known.clear();
    if (query.length <= longestRemembered) known.set(query, question);
    return question;
  };
}

/**
 * What the gateway's operator wrote. Envoy writes the client's path and query behind that, so nothing behind `uri=`
 * decides anything.
 */
function configuredIn(url: string): string {
  const query = queryOf(url) ?? "";
  const end = `&${query}`.indexOf("&uri=");
  return end === -1 ? query : query.slice(0, Math.max(0, end - 1));
}

const names: ReadonlySet<string> = new Set(["scope", "route", "gateway"]);

/** Without a slash: whoever forgets `uri=` would have their requests counted as paths that clients choose. */
export const routeForm = /^[\w.-]{1,64}$/;

function questionOf(query: string, rules: ScopeRules): Question {
  const parameters = parametersIn(query);
  const scopes = parameters.getAll("scope").flatMap((text) => text.split(" "));
  const routes = parameters.getAll("route");
  const gateways = parameters.getAll("gateway");
  const known = scopes.map((name) => rules.find(name)).filter((scope) => scope !== null);
  const [route = "(forwarded)"] = routes;
  return {
    query,
    scopes: [...new Set(known)],
    route,
    inHeaders: gateways.includes("nginx"),
    mistakes: [
      ...undecodableFaultsIn(query),
      ...[...parameters.keys()].filter((path) => !names.has(path)).map((path) => ({ path, ...isUnknown })),
      ...(known.length < scopes.length ? [noSuchScope] : []),
      ...(routes.length > 1 ? [twoRoutes] : []),
      ...(routes.every((one) => routeForm.test(one)) ? [] : [noRoute]),
      ...(gateways.every((one) => one === "nginx") ? [] : [noGateway]),
    ].slice(0, mostMistakes),
  };
}

const isUnknown = {
  message:
    "There is no such parameter: the gateway's configuration may have scope, route, gateway and, at its end, uri.",
  code: "unknown_field",
} as const;
const noSuchScope = {
  path: "scope",
  message:
    "Must name scopes of this installation: the gateway's configuration asks for one that it does not have.",
  code: "not_one_of",
} as const;
const twoRoutes = {
  path: "route",
  message: "The parameter stands there more than once.",
  code: "repeated",
} as const;
const noRoute = {
  path: "route",
  message: "Must be 1 to 64 letters, digits, `_`, `.` or `-`.",
  code: "malformed",
} as const;
/** Enough to mend a configuration by. */
const mostMistakes = 50;
const tooLong: Question = {
  query: "",
  scopes: [],
  route: "(forwarded)",
  inHeaders: false,
  mistakes: [{ path: "", message: `At most ${longestQuestion} characters.`, code: "too_long" }],
};
const noGateway = { path: "gateway", message: "Must be nginx, or absent.", code: "not_one_of" } as const;
