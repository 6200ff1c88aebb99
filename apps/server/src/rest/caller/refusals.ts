import { retryAfterSecondsOf, type Admission, type Scope, type StrangerRefusal } from "@katkey/keys";
import { challenge } from "../../http/challenge.ts";
import { Problem } from "../../http/problem.ts";
import { timeOf } from "../../view/time.ts";

type KnownRefusal = Extract<Admission, { readonly admitted: false; readonly principal: object }>;
type EndedRefusal = Extract<Admission, { readonly caller: object }>;

const sentenceOf = {
  key_expired: "The key expired at",
  key_revoked: "The key was revoked at",
  secret_retired: "The token was replaced, and its overlap ended at",
  secret_quarantined: "The token was reported as leaked, and is in quarantine since",
  app_disconnected: "The app was disconnected at",
  token_expired: "The access token expired at",
} as const;

const appInBrowser =
  "The request came from a browser, where anybody can read the access token. Call from the app's server, and disconnect the app if the token got out.";

/** What the client is told; `null` when it is let in. */
export function refusalOf(admission: Admission, scopes: readonly Scope[]): Problem | null {
  if (admission.admitted) return null;
  if ("caller" in admission) return endedProblem(admission);
  return "principal" in admission ? principalProblem(admission, scopes) : strangerProblem(admission);
}

/** For a token that names nobody. `unknown`: what is said of one that is no key's. */
export function strangerProblem(
  refusal: StrangerRefusal,
  unknown: { readonly detail?: string } = {},
): Problem {
  const { code } = refusal;
  if (code === "too_many_failures") return new Problem(code, { headers: retryAfter(refusal) });
  return new Problem(code, { ...unknown, headers: challenge("invalid_token") });
}

/** For a token that names nobody any more. It says nothing about the key's limit. */
export function endedProblem({ code, at }: EndedRefusal): Problem {
  const endedAt = timeOf(at);
  const detail = `${sentenceOf[code]} ${endedAt}.`;
  return new Problem(code, { headers: challenge("invalid_token"), detail, members: { endedAt } });
}

/** For who is known, and may not do this. */
export function principalProblem(refusal: KnownRefusal, scopes: readonly Scope[]): Problem {
  const { code, principal } = refusal;
  if (code === "rate_limited") return new Problem(code, { headers: retryAfter(refusal) });
  const isApp = principal.type === "app";
  if (code === "browser_call_refused" && isApp) return new Problem(code, { detail: appInBrowser });
  if (code !== "insufficient_scope") return new Problem(code);
  const needed = scopes.join(" ");
  const headers = challenge("insufficient_scope", needed);
  return new Problem(code, { detail: `This needs ${isApp ? "a grant" : "a key"} with ${needed}.`, headers });
}

function retryAfter(refusal: Admission): Readonly<Record<string, string>> {
  const seconds = retryAfterSecondsOf(refusal);
  return seconds === null ? {} : { "Retry-After": String(seconds) };
}
