import type { IncomingMessage } from "node:http";
import {
  admit,
  isGrantableToApps,
  type Admission,
  type Caller,
  type LimitState,
  type Principal,
  type Scope,
} from "@katkey/keys";
import { arrivalOf } from "../../http/arrival.ts";
import { Problem } from "../../http/problem.ts";
import type { Services } from "../../services.ts";
import { admittingOf } from "./admitting-of.ts";
import { assertNoTokenInUrl } from "./assert-no-stray-token.ts";
import { browserOf, isPreflight } from "./browser.ts";
import { endedProblem, principalProblem, strangerProblem } from "./refusals.ts";
import { tokenOf } from "./token-of.ts";

/** Who is calling, and why they may not go on, if they may not. A key that has ended is nobody's any more. */
export type Authenticated =
  | { readonly principal: Principal; readonly limit: LimitState; readonly refusal: Problem | null }
  | { readonly principal: null; readonly caller: Caller; readonly refusal: Problem };

type PrincipalRefused = Pick<
  Extract<Admission, { readonly admitted: false; readonly principal: object }>,
  "code" | "principal"
>;

/** @throws Problem when nobody can be named */
export async function authenticate(
  services: Services,
  request: IncomingMessage,
  scopes: readonly Scope[],
): Promise<Authenticated> {
  await assertNoTokenInUrl(services, request);
  if (isPreflight(request.method, request.headers)) throw new Problem("browser_call_refused");
  const admission = await admit(admittingOf(services), {
    token: tokenOf(request),
    scopes,
    ...arrivalOf(request),
    browser: browserOf(request.headers),
    now: services.clock.now(),
    at: services.clock.monotonic(),
  });
  if ("caller" in admission) {
    return { principal: null, caller: admission.caller, refusal: endedProblem(admission) };
  }
  if (!("principal" in admission)) throw strangerProblem(admission);
  const { principal, limit } = admission;
  if (admission.admitted) return { principal, limit, refusal: null };
  const refusal = isInVain(admission, scopes)
    ? new Problem("api_key_required")
    : principalProblem(admission, scopes);
  return { principal, limit, refusal };
}

/** Whether an app lacks what none can be granted: it is not to ask for it. */
function isInVain({ code, principal }: PrincipalRefused, scopes: readonly Scope[]): boolean {
  return code === "insufficient_scope" && principal.type === "app" && !scopes.every(isGrantableToApps);
}

interface Admitted {
  readonly limit: LimitState;
  readonly scopes: readonly Scope[];
}

/**
 * Decides again when the body is there, which can take half a minute: what has ended since the request began
 * changes nothing any more. Takes nothing from the limit. @throws Problem as if the request came now
 */
export async function authenticateAgain(
  services: Services,
  request: IncomingMessage,
  { scopes, limit }: Admitted,
): Promise<void> {
  const limiter = { take: () => ({ ...limit, allowed: true }), peek: () => limit };
  const { refusal } = await authenticate({ ...services, limiter }, request, scopes);
  if (refusal !== null) throw refusal;
}
