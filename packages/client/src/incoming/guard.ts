import { answerOf, type Answer, type Circumstances } from "../answer.ts";
import type { Admitted } from "../decision.ts";
import { KatkeyUnavailableError } from "../errors.ts";
import type { Katkey } from "../katkey.ts";
import type { Question } from "../question.ts";
import type { LocalCode } from "../refusals.ts";
import { requestIdOf } from "../request-id.ts";
import { parseAuthorization } from "./bearer.ts";
import { isOfBrowser, isPreflight } from "./browser.ts";
import type { Incoming } from "./incoming.ts";
import { isAddress } from "./is-address.ts";
import { hasStrayToken } from "./stray-token.ts";

/** What one route asks for. */
export interface Protection {
  /** One scope, or all of several; left out: any valid key. */
  readonly scope?: string | readonly string[] | undefined;
  /** As in a question: what is named here is never answered from the cache, but for 0. */
  readonly cost?: number | undefined;
  /** What usage is counted under, where the framework's own pattern does not say it. */
  readonly route?: string | undefined;
}

export interface GuardOptions {
  /** Keys belong on servers: a request that a browser made is refused, unless this says `"admit"`. */
  readonly browsers?: "refuse" | "admit" | undefined;
  /**
   * Called when Katkey cannot decide. `"refuse"`, and what happens without this hook: 503 with Retry-After.
   * `"pass"`: the request goes on, and nobody knows whose it is.
   */
  readonly onUnavailable?:
    | ((error: KatkeyUnavailableError) => UnavailableWish | Promise<UnavailableWish>)
    | undefined;
}

export type UnavailableWish = "refuse" | "pass";

export type Passage =
  /** `decision` is null where `onUnavailable` let the request pass. */
  | { readonly passed: true; readonly decision: Admitted | null }
  | { readonly passed: false; readonly answer: Answer };

/** When Katkey does not say when it can decide again. */
const usualRetryAfterSeconds = 2;

/**
 * Decides about a request in the order in which Katkey's own API does.
 * @throws KatkeyConfigurationError and KatkeyQuestionError: nothing that the client could mend
 */
export async function guard(
  { katkey, options }: { readonly katkey: Katkey; readonly options: GuardOptions },
  incoming: Incoming,
  protection: Protection,
): Promise<Passage> {
  const requestId = requestIdOf(incoming.header("x-request-id"));
  const answer = (code: LocalCode | "browser_call_refused", more: Partial<Circumstances>): Passage => {
    return { passed: false, answer: answerOf(code, { requestId, publicUrl: katkey.publicUrl, ...more }) };
  };
  const reading = read(incoming, options);
  if ("code" in reading) return answer(reading.code, reading);
  try {
    const question = questionOf(incoming, protection, { token: reading.token, requestId });
    const decision = await katkey.verify(question);
    return decision.valid ? { passed: true, decision } : { passed: false, answer: decision.answer };
  } catch (error) {
    if (!(error instanceof KatkeyUnavailableError)) throw error;
    if ((await options.onUnavailable?.(error)) === "pass") return { passed: true, decision: null };
    return answer("verification_unavailable", {
      retryAfterSeconds: error.retryAfterSeconds ?? usualRetryAfterSeconds,
    });
  }
}

type Reading =
  | { readonly token: string }
  | { readonly code: LocalCode | "browser_call_refused"; readonly detail?: string };

function read(incoming: Incoming, { browsers = "refuse" }: GuardOptions): Reading {
  if (hasStrayToken(incoming.url)) return { code: "token_in_url" };
  if (browsers === "refuse" && isPreflight(incoming)) return { code: "browser_call_refused" };
  const credentials = parseAuthorization(incoming.authorization);
  if (credentials.kind === "none") return { code: "missing_credentials" };
  if (credentials.kind === "malformed") return { code: "invalid_request" };
  if (credentials.kind === "repeated") {
    return { code: "invalid_request", detail: "The Authorization header stands there more than once." };
  }
  if (browsers === "refuse" && isOfBrowser(incoming)) return { code: "browser_call_refused" };
  return { token: credentials.token };
}

function questionOf(
  { method, header, address, route }: Incoming,
  { scope = [], cost, route: named }: Protection,
  { token, requestId }: Pick<Question, "token" | "requestId">,
): Question {
  return {
    token,
    requestId,
    scopes: typeof scope === "string" ? [scope] : scope,
    address: address !== null && isAddress(address) ? address : null,
    method,
    route: named ?? route ?? undefined,
    userAgent: header("user-agent"),
    cost,
  };
}
