import {
  grantableScopes,
  managesAllKeys,
  seesLive,
  type Act,
  type Actor,
  type KeyChanger,
  type Reader,
} from "../actor.ts";
import { coversNetworks } from "./address-list.ts";
import { statusOf, type ApiKey } from "./api-key.ts";
import type { Desk } from "../desk.ts";
import type { Environment } from "../environment.ts";
import { KeyError } from "../errors.ts";
import type { KeyId } from "../id.ts";
import { canAnswerForKeys } from "../organizations/role.ts";
import { coversScopes, type Scope } from "./scope.ts";
import type { ScopeRules } from "./scope-rules.ts";

/** A test key knows nothing of live keys, not even that they exist. */
export function seesEnvironment(actor: Reader, environment: Environment): boolean {
  return environment === "test" || seesLive(actor);
}

/** @throws KeyError `key_not_found`, for what is missing, another organization's or another environment's. */
export async function findKey(desk: Desk, act: Act<Reader>, keyId: KeyId): Promise<ApiKey> {
  const key = await desk.store.findKey(act.organizationId, keyId);
  if (key !== null && seesEnvironment(act.actor, key.environment)) return key;
  throw new KeyError("key_not_found", "There is no such key in this organization.");
}

/** The key, if the actor may change it. @throws KeyError `key_not_found`, `role_not_allowed` */
export async function findManagedKey(desk: Desk, act: Act<KeyChanger>, keyId: KeyId): Promise<ApiKey> {
  const key = await findKey(desk, act, keyId);
  if (!manages(act.actor, key)) {
    const message = "Only owners, admins and the member responsible for a key can change it.";
    throw new KeyError("role_not_allowed", message);
  }
  return key;
}

function manages(actor: KeyChanger, key: ApiKey): boolean {
  if (managesAllKeys(actor)) return true;
  if (actor.type !== "member" || !canAnswerForKeys(actor.role)) return false;
  return key.responsible.memberId === actor.memberId;
}

/** @throws KeyError `key_already_revoked`, `key_already_expired` */
export function assertNotEnded(key: ApiKey, now: number): void {
  const status = statusOf(key, now);
  if (status === "revoked") {
    throw new KeyError("key_already_revoked", "The key was revoked. A revoked key stays revoked.");
  }
  if (status === "expired") {
    throw new KeyError("key_already_expired", "The key has expired. Issue a new one instead.");
  }
}

/** What a key gives to whoever holds it. */
type Gift = Pick<ApiKey, "scopes" | "expiresAt" | "addresses">;

/**
 * A key gives no more than it has: no other scopes, no longer life, no more addresses.
 * People give what their role allows.
 * @throws KeyError `scope_not_allowed`, `expiry_not_allowed`, `addresses_not_allowed`
 */
export function assertGives(rules: ScopeRules, actor: Actor, gift: Gift): void {
  assertGrantable(rules, actor, gift.scopes);
  if (actor.type !== "key") return;
  if ((gift.expiresAt ?? Infinity) > (actor.expiresAt ?? Infinity)) {
    throw new KeyError("expiry_not_allowed", "A key cannot give a longer life than its own.");
  }
  if (!coversNetworks(actor.addresses, gift.addresses)) {
    const message = "A key cannot open addresses that are closed to itself.";
    throw new KeyError("addresses_not_allowed", message);
  }
}

/** @throws KeyError `scope_unknown`, naming what the installation does not declare. */
export function assertDeclared(rules: ScopeRules, wanted: readonly Scope[]): void {
  const unknown = wanted.filter((scope) => rules.find(scope) === null);
  if (unknown.length === 0) return;
  const message = `There is no scope ${unknown.join(", ")} here. There are ${rules.all.join(", ")}.`;
  throw new KeyError("scope_unknown", message);
}

/** @throws KeyError `scope_not_allowed`, naming what the actor cannot give. */
export function assertGrantable(rules: ScopeRules, actor: Actor, wanted: readonly Scope[]): void {
  assertWithin(grantableScopes(rules, actor), wanted);
}

/** @throws KeyError `scope_not_allowed`, naming what is not among them. */
export function assertWithin(grantable: readonly Scope[], wanted: readonly Scope[]): void {
  if (coversScopes(grantable, wanted)) return;
  const missing = wanted.filter((scope) => !grantable.includes(scope));
  throw new KeyError("scope_not_allowed", `You cannot grant ${missing.join(", ")}.`);
}
