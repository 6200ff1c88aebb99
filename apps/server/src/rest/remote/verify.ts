import type { Scope, ScopeRules } from "@katkey/keys";
import { verifyBatchInput, verifyInput, type VerifyInput } from "../../input/verify-input.ts";
import { verifyViewOf } from "../../view/verify-view.ts";
import { assertNoErrors } from "../reading/input.ts";
import type { RemoteRequest } from "./judge.ts";
import { defineServiceRoute, type ServiceCall } from "./service-route.ts";
import { verifyAbout, verifyBatchAbout } from "./verify-about.ts";

/** Decides about a request that another server received. */
export const verifyRequest = defineServiceRoute(
  { path: "/v1/verify", body: verifyInput, about: verifyAbout },
  async (call, input) => {
    const { requestId } = call;
    const { admission } = await call.judge.decide(requestOf(call, input, { requestId, path: "" }));
    return verifyViewOf(admission);
  },
);

/** Decides about several at once. */
export const verifyRequests = defineServiceRoute(
  { path: "/v1/verify/batch", body: verifyBatchInput, about: verifyBatchAbout },
  async (call, { requests }) => {
    const asked = requests.map((input, index) => {
      const requestId = `${call.requestId.slice(0, longestRequestId)}.${index + 1}`;
      return requestOf(call, input, { requestId, path: `requests.${index}.` });
    });
    const decisions = await call.judge.decideAll(asked);
    return { answers: decisions.map(({ admission }) => verifyViewOf(admission)) };
  },
);

/** So that the number behind it fits into what can be looked up. */
const longestRequestId = 60;

interface Place {
  readonly requestId: string;
  /** Of the input in the body. */
  readonly path: string;
}

function requestOf(
  { services, caller }: ServiceCall,
  input: VerifyInput,
  { requestId, path }: Place,
): RemoteRequest {
  return {
    token: input.token,
    scopes: input.scopes === undefined ? none : declared(services.desk.scopes, input.scopes, path),
    address: input.address ?? null,
    browser: null,
    method: input.method ?? "",
    route: input.route ?? "(remote)",
    userAgent: input.userAgent ?? null,
    cost: input.cost ?? 1,
    organizations: caller.organizations,
    requestId,
    mistake: null,
  };
}

const none: readonly Scope[] = [];

/** @throws Problem `validation_failed` for a scope that nobody declares: no key could ever have it */
function declared(rules: ScopeRules, scopes: readonly Scope[], path: string): readonly Scope[] {
  if (scopes.some((scope) => rules.find(scope) === null)) {
    assertNoErrors(
      scopes.flatMap((scope, index) => {
        if (rules.find(scope) !== null) return [];
        return [{ path: `${path}scopes.${index}`, message: undeclared, code: "not_one_of" } as const];
      }),
    );
  }
  return scopes;
}

const undeclared = "Must be a scope that this installation has: KATKEY_SCOPES declares its own.";
