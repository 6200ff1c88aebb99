import { grantableScopes, managesAllKeys, type Act, type Actor } from "./actor.ts";
import { parseAddressList } from "./address-list.ts";
import type { ApiKey } from "./api-key.ts";
import { eventOf } from "./audit-event.ts";
import type { Desk } from "./desk.ts";
import type { Environment } from "./environment.ts";
import { KeyError } from "./errors.ts";
import { assertFuture } from "./expiry.ts";
import { createId } from "./id.ts";
import { assertGrantable, seesEnvironment } from "./key-authority.ts";
import type { NewKey } from "./key-store.ts";
import { limitsOf } from "./plan.ts";
import { canHoldKeys } from "./role.ts";
import { scopes as allScopes, type Scope } from "./scope.ts";
import { createSecret } from "./secret.ts";

export interface IssueRequest {
  /** 1–80 characters, unique among the organization's keys that are not revoked. */
  readonly name: string;
  readonly note: string | null;
  readonly environment: Environment;
  /** Absent: all that the issuer can grant. */
  readonly scopes?: readonly Scope[];
  /** Networks in CIDR form; empty: any. */
  readonly addresses: readonly string[];
  /** Milliseconds since 1970; `null`: never. */
  readonly expiresAt: number | null;
}

/** A key with the only copy of its new token. */
export interface KeyWithToken {
  readonly key: ApiKey;
  readonly token: string;
}

/**
 * Makes a key with its first secret. The token is in this answer and nowhere else.
 * @throws KeyError `role_not_allowed`, `environment_not_allowed`, `scope_not_allowed`,
 *   `expiry_not_allowed`, `addresses_invalid`, `key_limit_reached`, `key_name_taken`
 */
export async function issue(desk: Desk, act: Act, request: IssueRequest): Promise<KeyWithToken> {
  assertMayIssue(act.actor, request.environment);
  const granted = allScopes.filter((s) => (request.scopes ?? grantableScopes(act.actor)).includes(s));
  assertGrantable(act.actor, granted);
  assertFuture(request.expiresAt, act.now);

  const organization = await desk.tenancy.findOrganization(act.organizationId);
  if (organization === null) throw new KeyError("organization_not_found", "No such organization.");

  const { token, secret } = createSecret(desk, request.environment, act.now);
  const key: NewKey = {
    id: createId("key", act.now, desk.random),
    organizationId: act.organizationId,
    name: request.name,
    note: request.note,
    environment: request.environment,
    scopes: granted,
    addresses: parseAddressList(request.addresses),
    expiresAt: request.expiresAt,
    createdAt: act.now,
    createdBy: act.actor.type === "key" ? act.actor.name : act.actor.email,
    responsible: { memberId: act.actor.memberId, role: act.actor.role },
    secret,
  };
  const cap = limitsOf(organization.plan).keys;
  const outcome = await desk.store.insertKey(key, cap, issuedEvent(act, key));
  if (outcome === "limit_reached") {
    const message = `The ${organization.plan} plan includes ${cap} active keys, and all are in use. Revoke one first.`;
    throw new KeyError("key_limit_reached", message);
  }
  if (outcome === "name_taken") {
    throw new KeyError("key_name_taken", `Another key is already called "${key.name}".`);
  }
  const { secret: _, ...record } = key;
  const { hash: __, ...first } = secret;
  return {
    token,
    key: {
      ...record,
      revocation: null,
      revision: 0,
      secrets: [{ ...first, retiresAt: null, exposure: null }],
    },
  };
}

function assertMayIssue(actor: Actor, environment: Environment): void {
  const allowed = actor.type === "key" ? managesAllKeys(actor) : canHoldKeys(actor.role);
  if (!allowed) throw new KeyError("role_not_allowed", "Your role cannot issue keys.");
  if (!seesEnvironment(actor, environment)) {
    throw new KeyError("environment_not_allowed", "A test key cannot issue live keys.");
  }
}

function issuedEvent(act: Act, key: NewKey) {
  const { name, note, environment, scopes, addresses, expiresAt, responsible, secret } = key;
  const after = {
    name,
    note,
    environment,
    scopes,
    addresses,
    expiresAt,
    responsibleMemberId: responsible.memberId,
    publicKeyId: secret.publicKeyId,
  };
  return eventOf(act, "key.issued", { object: { type: "key", id: key.id, label: name }, after });
}
