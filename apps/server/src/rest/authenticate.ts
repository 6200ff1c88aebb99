import type { IncomingMessage } from "node:http";
import {
  admit,
  exposeToken,
  type Admission,
  type LimitState,
  type Principal,
  type Scope,
} from "@katkey/keys";
import { arrivalOf } from "../http/arrival.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { timeOf } from "../view/time.ts";
import { parseAuthorization } from "./bearer.ts";
import { browserOf, isPreflight } from "./browser.ts";
import { strayTokenInUrl } from "./stray-token.ts";

/** Who is calling, and why they may not go on, if they may not. */
export interface Authenticated {
  readonly principal: Principal;
  readonly limit: LimitState;
  readonly refusal: Problem | null;
}

/** @throws Problem when nobody can be named: such an answer says nothing about any key's limit. */
export async function authenticate(
  services: Services,
  request: IncomingMessage,
  scopes: readonly Scope[],
): Promise<Authenticated> {
  await assertNoTokenInUrl(services, request);
  if (isPreflight(request.method, request.headers)) throw new Problem("browser_call_refused");
  const admission = await admit(admitting(services), {
    token: tokenOf(request),
    scopes,
    ...arrivalOf(request),
    browser: browserOf(request.headers),
    now: services.clock.now(),
    at: services.clock.monotonic(),
  });
  if (!("principal" in admission)) throw strangerProblem(admission);
  const { principal, limit } = admission;
  return { principal, limit, refusal: admission.admitted ? null : refusalOf(admission, scopes) };
}

function admitting({ desk, limiter, failuresPerMinute }: Services) {
  return { store: desk.store, limiter, brand: desk.brand, failuresPerMinute };
}

function tokenOf({ headers }: IncomingMessage): string {
  const credentials = parseAuthorization(headers.authorization);
  if (credentials.kind === "bearer") return credentials.token;
  throw credentials.kind === "none"
    ? new Problem("missing_credentials", { headers: challenge() })
    : new Problem("invalid_request", { headers: challenge("invalid_request") });
}

async function assertNoTokenInUrl(services: Services, request: IncomingMessage): Promise<void> {
  const stray = strayTokenInUrl(urlOf(request), services.desk.brand);
  if (stray === null) return;
  if (stray.token !== null) await exposeStray(services, request, stray.token);
  throw new Problem("token_in_url", { headers: challenge("invalid_request") });
}

/** Marks the key of a token that stood where none may stand. */
export async function exposeStray({ desk, clock }: Services, request: IncomingMessage, token: string) {
  const { address, requestId } = arrivalOf(request);
  const origin = request.headers.origin ?? null;
  const exposure = { at: clock.now(), by: "url", origin, address } as const;
  await exposeToken(desk.store, token, { brand: desk.brand, exposure, requestId });
}

/** RFC 6750, 3: no error code for whoever sent no credentials. */
function challenge(error?: "invalid_request" | "invalid_token"): Readonly<Record<string, string>> {
  const attribute = error === undefined ? "" : `, error="${error}"`;
  return { "WWW-Authenticate": `Bearer realm="katkey"${attribute}` };
}

function strangerProblem(admission: Exclude<Admission, { readonly principal: Principal }>): Problem {
  if (admission.code === "too_many_failures") {
    return new Problem("too_many_failures", { headers: retryAfter(admission.retryAfterSeconds) });
  }
  const headers = challenge("invalid_token");
  if (admission.code === "invalid_token") return new Problem("invalid_token", { headers });
  const endedAt = timeOf(admission.at);
  return new Problem(admission.code, {
    headers,
    detail: `${sentenceOf[admission.code]} ${endedAt}.`,
    members: { endedAt },
  });
}

const sentenceOf = {
  key_expired: "The key expired at",
  key_revoked: "The key was revoked at",
  secret_retired: "The token was replaced, and its overlap ended at",
} as const;

function refusalOf(
  { code, limit }: Extract<Admission, { readonly admitted: false; readonly principal: Principal }>,
  scopes: readonly Scope[],
): Problem {
  if (code === "rate_limited") return new Problem(code, { headers: retryAfter(limit.resetSeconds) });
  if (code !== "insufficient_scope") return new Problem(code);
  const needed = scopes.join(" ");
  return new Problem(code, {
    detail: `This needs a key with ${needed}.`,
    headers: {
      "WWW-Authenticate": `Bearer realm="katkey", error="insufficient_scope", scope="${needed}"`,
    },
  });
}

function retryAfter(seconds: number): Readonly<Record<string, string>> {
  return { "Retry-After": String(Math.max(1, seconds)) };
}

// Express cuts mount paths off `url` and keeps the whole in `originalUrl`.
function urlOf(request: IncomingMessage): string {
  return "originalUrl" in request ? String(request.originalUrl) : (request.url ?? "");
}
