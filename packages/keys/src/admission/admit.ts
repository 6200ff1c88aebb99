import type { AppTokenRecord, AppTokenStore } from "./app-token.ts";
import { allowsAddress } from "../keys/address-list.ts";
import { callerOf, type Caller } from "./caller.ts";
import { expose } from "../keys/expose.ts";
import type { KeyStore, SecretRecord } from "../keys/key-store.ts";
import type { OrganizationId } from "../id.ts";
import { requestsPerMinuteOf } from "../organizations/organization.ts";
import { principalOf, type Principal } from "./principal.ts";
import type { LimitState } from "./rate-limiter.ts";
import { refuseStranger, type StrangerRefusal, type Throttling } from "./refuse-stranger.ts";
import { coversScopes, type Scope } from "../keys/scope.ts";
import { isAppToken } from "./token.ts";
import { verify, type Verification } from "./verify.ts";
import { verifyAppToken, type AppTokenVerification } from "./verify-app-token.ts";

/** A bearer request, as far as admission needs to know it. */
export interface BearerRequest {
  readonly token: string;
  /** What the route needs; empty: any valid token. */
  readonly scopes: readonly Scope[];
  /** The client's IP address, as the server trusts it; `null`: nobody knows, and an allow list refuses. */
  readonly address: string | null;
  /** Set when a browser made the request, with its `Origin` where it sent one. */
  readonly browser: { readonly origin: string | null } | null;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds of a monotonic clock, for the limits. */
  readonly at: number;
  /** How many places of the limit it takes: all of them or none. Absent: one. */
  readonly cost?: number;
  /** A token of any other organization is as good as unknown. Absent: of all. */
  readonly organizations?: readonly OrganizationId[] | null;
}

export interface Admitting extends Throttling {
  readonly store: KeyStore;
  readonly appTokens: AppTokenStore;
  readonly brand: string;
}

/** Refusals of who is known: the answer may carry the state of the limit. */
export type PrincipalRefusal =
  | "organization_suspended"
  | "api_access_disabled"
  | "browser_call_refused"
  | "ip_not_allowed"
  | "rate_limited"
  | "insufficient_scope";

export type Admission =
  | { readonly admitted: true; readonly principal: Principal; readonly limit: LimitState }
  | {
      readonly admitted: false;
      readonly code: PrincipalRefusal;
      readonly principal: Principal;
      readonly limit: LimitState;
    }
  | {
      readonly admitted: false;
      readonly code: Extract<Verified, { readonly at: number }>["reason"];
      /** When it happened. */
      readonly at: number;
      readonly caller: Caller;
    }
  | StrangerRefusal;

/**
 * Decides about a bearer request of an API key or a partner app: the token, its
 * organization, the kind of client, its address, the limit, the scopes, in this
 * order; the first refusal is the answer. A valid key that a browser sent is
 * marked exposed. @throws KeyError `busy` when nobody can say how the limit stands
 */
export async function admit(admitting: Admitting, request: BearerRequest): Promise<Admission> {
  const { store, limiter } = admitting;
  const verification = await verificationOf(admitting, request);
  if (!isCovered(verification, request)) return refusalOf(unknown, admitting, request);
  if (!verification.valid) return refusalOf(verification, admitting, request);

  const { record } = verification;
  const principal = principalOf(record);
  const { id } = record.organization;
  const perMinute = requestsPerMinuteOf(record.organization);

  const objection = objectionTo(record, request);
  if (request.browser !== null && record.type === "key") await exposeInBrowser(store, record, request);
  if (objection !== null) {
    const limit = await limiter.peek(id, perMinute, request.at);
    return { admitted: false, code: objection, principal, limit };
  }

  const taken = limiter.take(id, perMinute, request.at, request.cost);
  const { allowed, ...limit } = taken instanceof Promise ? await taken : taken;
  if (!allowed) return { admitted: false, code: "rate_limited", principal, limit };
  if (!coversScopes(principal.scopes, request.scopes)) {
    return { admitted: false, code: "insufficient_scope", principal, limit };
  }
  return { admitted: true, principal, limit };
}

type Verified = Verification | AppTokenVerification;

function verificationOf(
  { store, appTokens, brand }: Admitting,
  { token, now }: BearerRequest,
): Promise<Verified> {
  const about = { brand, now };
  return isAppToken(brand, token) ? verifyAppToken(appTokens, token, about) : verify(store, token, about);
}

const unknown = { valid: false, reason: "unknown" } as const satisfies Verified;

function isCovered(verification: Verified, { organizations = null }: BearerRequest): boolean {
  if (organizations === null || !("record" in verification)) return true;
  return organizations.includes(verification.record.organization.id);
}

function objectionTo(record: SecretRecord | AppTokenRecord, request: BearerRequest): PrincipalRefusal | null {
  if (record.organization.suspendedAt !== null) return "organization_suspended";
  if (!record.organization.apiAccess) return "api_access_disabled";
  if (request.browser !== null) return "browser_call_refused";
  // Apps run wherever their maker has servers: a grant has no allow list.
  if (record.type === "key" && !allowsAddress(record.key.addresses, request.address)) return "ip_not_allowed";
  return null;
}

function refusalOf(
  verification: Extract<Verified, { valid: false }>,
  admitting: Admitting,
  request: BearerRequest,
): Admission | Promise<StrangerRefusal> {
  if (!("at" in verification)) return refuseStranger(admitting, request);
  const { reason: code, at, record } = verification;
  return { admitted: false, code, at, caller: callerOf(principalOf(record)) };
}

async function exposeInBrowser(store: KeyStore, record: SecretRecord, request: BearerRequest) {
  const { address, now, requestId } = request;
  const origin = request.browser?.origin ?? null;
  await expose(store, record, { exposure: { at: now, by: "browser", origin, address }, requestId });
}
