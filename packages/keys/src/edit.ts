import { managesAllKeys, type Act, type Actor } from "./actor.ts";
import { parseAddressList } from "./address-list.ts";
import type { ApiKey } from "./api-key.ts";
import { eventOf } from "./audit-event.ts";
import type { Json } from "./audit.ts";
import type { Desk } from "./desk.ts";
import { KeyError } from "./errors.ts";
import { assertFuture } from "./expiry.ts";
import type { KeyId } from "./id.ts";
import { assertGrantable, assertNotEnded, findKey, findManagedKey } from "./key-authority.ts";
import type { KeyPatch } from "./key-store.ts";
import { findKeyHolder } from "./key-holder.ts";
import { scopes as allScopes } from "./scope.ts";

export interface EditRequest extends KeyPatch {
  readonly keyId: KeyId;
}

/**
 * Changes what a key is called, may do, and from where. Never its secret.
 * @throws KeyError `key_not_found`, `member_not_found`, `role_not_allowed`, `scope_not_allowed`, `expiry_not_allowed`,
 *   `addresses_invalid`, `key_name_taken`, `key_already_revoked`, `key_already_expired`, `key_changed`
 */
export async function edit(desk: Desk, act: Act, request: EditRequest): Promise<ApiKey> {
  const { keyId, ...wanted } = request;
  const key = await findManagedKey(desk, act, keyId);
  assertNotEnded(key, act.now);
  const patch = changesOf(key, canonical(wanted));
  await assertAllowed(desk, act, { key, patch });
  if (Object.keys(patch).length === 0) return key;

  const { organizationId, now } = act;
  const change = { organizationId, keyId, now, revision: key.revision, patch };
  const outcome = await desk.store.edit(change, editedEvent(act, key, patch));
  if (outcome === "name_taken") {
    throw new KeyError("key_name_taken", `Another key is already called "${patch.name}".`);
  }
  if (outcome === "changed") {
    assertNotEnded(await findKey(desk, act, keyId), now);
    throw new KeyError("key_changed", "Somebody else has just changed this key. Look again.");
  }
  return findKey(desk, act, keyId);
}

function canonical(patch: KeyPatch): KeyPatch {
  const { scopes, addresses } = patch;
  return {
    ...patch,
    ...(scopes && { scopes: allScopes.filter((scope) => scopes.includes(scope)) }),
    ...(addresses && { addresses: parseAddressList(addresses) }),
  };
}

/** The fields that differ from what the key has. */
function changesOf(key: ApiKey, patch: KeyPatch): KeyPatch {
  const has = fieldsOf(key);
  const differing = Object.entries(patch).filter(
    ([name, value]) => value !== undefined && !same(value, Reflect.get(has, name)),
  );
  return Object.fromEntries(differing);
}

function fieldsOf({ name, note, scopes, addresses, expiresAt, responsible }: ApiKey) {
  return { name, note, scopes, addresses, expiresAt, responsibleMemberId: responsible.memberId };
}

function same(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function assertAllowed(
  desk: Desk,
  act: Act,
  { key, patch }: { readonly key: ApiKey; readonly patch: KeyPatch },
) {
  const { scopes, expiresAt, responsibleMemberId } = patch;
  if (scopes)
    assertGrantable(
      act.actor,
      scopes.filter((scope) => !key.scopes.includes(scope)),
    );
  if (expiresAt !== undefined) assertExpiry(act, key, expiresAt);
  if (responsibleMemberId) {
    assertMayHandOver(act.actor);
    await findKeyHolder(desk, act.organizationId, responsibleMemberId);
  }
}

function assertExpiry({ actor, now }: Act, key: ApiKey, expiresAt: number | null): void {
  assertFuture(expiresAt, now);
  const longer = (expiresAt ?? Infinity) > (key.expiresAt ?? Infinity);
  if (longer && !(actor.type === "member" && managesAllKeys(actor))) {
    throw new KeyError("expiry_not_allowed", "Only owners and admins can let a key live longer.");
  }
}

function assertMayHandOver(actor: Actor): void {
  if (actor.type === "member" && managesAllKeys(actor)) return;
  throw new KeyError("role_not_allowed", "Only owners and admins can hand a key over.");
}

function editedEvent(act: Act, key: ApiKey, patch: KeyPatch) {
  const has = fieldsOf(key);
  const names = Object.keys(patch);
  const before = Object.fromEntries(names.map((name) => [name, Reflect.get(has, name)]));
  const action = names.includes("responsibleMemberId") ? "key.handed_over" : "key.edited";
  const after = Object.fromEntries(Object.entries(patch));
  return eventOf(act, action, { object: { type: "key", id: key.id, label: key.name }, before, after });
}
