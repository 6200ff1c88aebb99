import { stoppedAt } from "../apps/partner-app.ts";
import { allowsAddress } from "../keys/address-list.ts";
import type { ApiKey, RevocationReason } from "../keys/api-key.ts";
import { isRetired } from "../keys/secret.ts";
import type { Connection } from "../grants/grant-store.ts";
import type { Organization } from "../organizations/organization.ts";
import type { Role } from "../organizations/role.ts";
import type { LimitState } from "../admission/rate-limiter.ts";
import { coversScopes, roleAllows, type Scope } from "../keys/scope.ts";
import type { ScopeRules } from "../keys/scope-rules.ts";
import type { Refusal } from "./traffic-log.ts";

/** Something for which admission would refuse a request now. */
export type Obstacle =
  | { readonly code: "key_revoked"; readonly at: number; readonly reason: RevocationReason }
  | { readonly code: "key_expired"; readonly at: number }
  | { readonly code: "app_disconnected"; readonly at: number }
  /** `at`: since when; `null` for a secret so old that its key no longer tells. */
  | { readonly code: "secret_retired"; readonly at: number | null }
  | { readonly code: "secret_quarantined"; readonly at: number }
  | { readonly code: "organization_suspended"; readonly reason: string | null }
  | { readonly code: "rate_limited"; readonly limit: LimitState }
  /** Scopes that the key or app was not given, those that its responsible member's role does not allow, and those that are declared no more. */
  | {
      readonly code: "insufficient_scope";
      readonly notGranted: readonly Scope[];
      readonly notAllowed: readonly Scope[];
      readonly notDeclared: readonly Scope[];
    }
  | { readonly code: "api_access_disabled" | "browser_call_refused" | "ip_not_allowed" };

/** What decides about a request, as it is now. */
interface Circumstances {
  readonly organization: Organization;
  readonly rules: ScopeRules;
  readonly limit: LimitState;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Request = Pick<Refusal, "publicKeyId" | "code" | "address" | "scopes">;

/**
 * Everything that admission would have against the same request now, in the order in which it decides; empty: it would
 * be let in. Of a key that has ended nothing else matters any more.
 */
export function obstaclesTo(
  request: Request,
  apiKey: ApiKey,
  circumstances: Circumstances,
): readonly Obstacle[] {
  const { now } = circumstances;
  const end = endOf(apiKey, now);
  if (end !== null) return [end];
  return [
    endOfSecret(apiKey, request.publicKeyId, now),
    ...ofOrganization(circumstances.organization),
    ...ofClient(request, apiKey),
    fullLimit(circumstances.limit),
    missingScopes(request.scopes, { ...apiKey, ...apiKey.responsible }, circumstances),
  ].filter((obstacle) => obstacle !== null);
}

/** The same of a request that an app sent. With a new access token: one that has expired stays so. */
export function obstaclesToApp(
  request: Request,
  { grant, app, role }: Connection,
  circumstances: Circumstances,
): readonly Obstacle[] {
  const at = grant.endedAt ?? stoppedAt(app);
  if (at !== null) return [{ code: "app_disconnected", at }];
  return [
    ...ofOrganization(circumstances.organization),
    ...ofBrowser(request),
    fullLimit(circumstances.limit),
    missingScopes(request.scopes, { scopes: grant.scopes, role }, circumstances),
  ].filter((obstacle) => obstacle !== null);
}

function endOf({ revocation, expiresAt }: ApiKey, now: number): Obstacle | null {
  if (revocation !== null) return { code: "key_revoked", at: revocation.at, reason: revocation.reason };
  return expiresAt !== null && expiresAt <= now ? { code: "key_expired", at: expiresAt } : null;
}

function endOfSecret({ secrets }: ApiKey, publicKeyId: string, now: number): Obstacle | null {
  const secret = secrets.find((one) => one.publicKeyId === publicKeyId);
  if (secret === undefined || isRetired(secret, now)) {
    return { code: "secret_retired", at: secret?.retiredAt ?? secret?.retiresAt ?? null };
  }
  const { quarantine } = secret;
  if (quarantine === null || quarantine.releasedAt !== null) return null;
  return { code: "secret_quarantined", at: quarantine.at };
}

function ofOrganization({ suspendedAt, suspensionReason, apiAccess }: Organization): readonly Obstacle[] {
  return [
    ...(suspendedAt === null ? [] : [{ code: "organization_suspended", reason: suspensionReason } as const]),
    ...(apiAccess ? [] : [{ code: "api_access_disabled" } as const]),
  ];
}

function ofClient(request: Request, { addresses }: ApiKey): readonly Obstacle[] {
  const allowed = allowsAddress(addresses, request.address);
  return [...ofBrowser(request), ...(allowed ? [] : [{ code: "ip_not_allowed" } as const])];
}

/** What made the request does not change by waiting. */
function ofBrowser({ code }: Request): readonly Obstacle[] {
  return code === "browser_call_refused" ? [{ code }] : [];
}

function fullLimit(limit: LimitState): Obstacle | null {
  return limit.remaining > 0 ? null : { code: "rate_limited", limit };
}

interface Allowance {
  readonly scopes: readonly Scope[];
  readonly role: Role | null;
}

function missingScopes(
  needed: readonly Scope[],
  { scopes, role }: Allowance,
  { rules }: Circumstances,
): Obstacle | null {
  if (coversScopes(rules.effective(scopes, role), needed)) return null;
  return {
    code: "insufficient_scope",
    notGranted: needed.filter((scope) => !scopes.includes(scope)),
    notAllowed: needed.filter((scope) => role === null || !roleAllows(role, scope)),
    notDeclared: needed.filter((scope) => rules.find(scope) === null),
  };
}
