import { managesAllKeys, type Act, type Actor } from "../actor.ts";
import { coversNetworks, parseAddressList } from "./address-list.ts";
import type { ApiKey } from "./api-key.ts";
import { deedOf, keyObject, type Deed } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { differencesOf, type Differences } from "./differences.ts";
import { KeyError } from "../errors.ts";
import { assertFuture, assertWithinRules } from "./expiry.ts";
import type { KeyId } from "../id.ts";
import { assertDeclared, assertGrantable, assertNotEnded, findKey, findManagedKey } from "./key-authority.ts";
import type { KeyPatch } from "./key-store.ts";
import { findAnswering } from "../organizations/member-authority.ts";
import { findOrganization } from "../organizations/organization-change.ts";
import { termsOf, type Terms } from "../organizations/organization.ts";
import type { ScopeRules } from "./scope-rules.ts";

export interface EditRequest extends KeyPatch {
  readonly keyId: KeyId;
  /** What the change was decided on; left out, whatever the key is now. */
  readonly revision?: number;
}

/**
 * Changes what a key is called, may do, and from where. Never its secret.
 * @throws KeyError `key_not_found`, `member_not_found`, `role_not_allowed`, `scope_unknown`, `scope_not_allowed`,
 *   `expiry_not_allowed`, `addresses_invalid`, `addresses_not_allowed`, `key_name_taken`, `key_already_revoked`, `key_already_expired`,
 *   `key_changed`
 */
export async function edit(desk: Desk, act: Act, request: EditRequest): Promise<ApiKey> {
  const { keyId, revision, ...wanted } = request;
  const key = await findManagedKey(desk, act, keyId);
  assertNotEnded(key, act.now);
  if (revision !== undefined && revision !== key.revision) refuseChanged();
  const differences = differencesOf(key, canonical(desk.scopes, wanted));
  if (differences === null) return key;
  await assertAllowed(desk, act, { key, patch: differences.patch });
  const terms = await termsFor(desk, act, differences.patch);
  await write(desk, act, { key, differences, terms });
  return findKey(desk, act, keyId);
}

function canonical(rules: ScopeRules, patch: KeyPatch): KeyPatch {
  const { scopes, addresses } = patch;
  return {
    ...patch,
    ...(scopes && { scopes: rules.inOrder(scopes) }),
    ...(addresses && { addresses: parseAddressList(addresses) }),
  };
}

interface Edit {
  readonly key: ApiKey;
  readonly patch: KeyPatch;
}

async function assertAllowed(desk: Desk, act: Act, { key, patch }: Edit): Promise<void> {
  const { actor, organizationId } = act;
  const { scopes, addresses, expiresAt, responsibleMemberId } = patch;
  if (scopes) {
    const added = scopes.filter((scope) => !key.scopes.includes(scope));
    assertDeclared(desk.scopes, added);
    assertGrantable(desk.scopes, actor, added);
  }
  if (addresses) assertAddresses(actor, key, addresses);
  if (expiresAt !== undefined) assertExpiry(act, key, expiresAt);
  if (responsibleMemberId) {
    assertMayHandOver(actor);
    await findAnswering(desk, organizationId, responsibleMemberId);
  }
}

/** A key may narrow any list, and open another's as far as its own. */
function assertAddresses(actor: Actor, key: ApiKey, wanted: readonly string[]): void {
  if (actor.type !== "key") return;
  if (coversNetworks(key.addresses, wanted) || coversNetworks(actor.addresses, wanted)) return;
  const message = "A key cannot open addresses that are closed to itself.";
  throw new KeyError("addresses_not_allowed", message);
}

/** The rules of the organization, where the patch must keep to them; `undefined` where none are asked. */
async function termsFor(
  desk: Desk,
  { organizationId, now }: Act,
  { expiresAt }: KeyPatch,
): Promise<Terms | undefined> {
  if (expiresAt === undefined) return undefined;
  const organization = await findOrganization(desk, organizationId);
  assertWithinRules(organization, expiresAt, now);
  return termsOf(organization);
}

function assertExpiry({ actor, now }: Act, key: ApiKey, expiresAt: number | null): void {
  assertFuture(expiresAt, now);
  const longer = (expiresAt ?? Infinity) > (key.expiresAt ?? Infinity);
  if (longer && !isManagingMember(actor)) {
    throw new KeyError("expiry_not_allowed", "Only owners and admins can let a key live longer.");
  }
}

function assertMayHandOver(actor: Actor): void {
  if (isManagingMember(actor)) return;
  throw new KeyError("role_not_allowed", "Only owners and admins can hand a key over.");
}

function isManagingMember(actor: Actor): boolean {
  return actor.type === "member" && managesAllKeys(actor);
}

async function write(
  desk: Desk,
  act: Act,
  {
    key,
    differences,
    terms,
  }: { readonly key: ApiKey; readonly differences: Differences; readonly terms: Terms | undefined },
): Promise<void> {
  const { organizationId, now } = act;
  const { patch } = differences;
  const change = { organizationId, keyId: key.id, now, revision: key.revision, patch };
  const deed = { ...editedDeed(act, key, differences), ...(terms && { terms }) };
  const outcome = await desk.store.edit(change, deed);
  if (outcome === "edited") return;
  if (outcome === "name_taken") {
    throw new KeyError("key_name_taken", `Another key is already called "${patch.name}".`);
  }
  if (outcome === "holder_gone") {
    throw new KeyError("member_not_found", "There is no such member any more.");
  }
  assertNotEnded(await findKey(desk, act, key.id), now);
  refuseChanged();
}

function refuseChanged(): never {
  throw new KeyError("key_changed", "Somebody else has just changed this key. Look again.");
}

/** Handing over is an entry of its own, so that it is found among others of its kind. */
function editedDeed(act: Act, key: ApiKey, { before, after }: Differences): Deed {
  const object = keyObject(key);
  const { responsibleMemberId: from, ...fieldsBefore } = before;
  const { responsibleMemberId: to, ...fieldsAfter } = after;
  const edited = { action: "key.edited", object, before: fieldsBefore, after: fieldsAfter } as const;
  if (from === undefined || to === undefined) return deedOf(act, edited);
  const handedOver = {
    action: "key.handed_over",
    object,
    before: { responsibleMemberId: from },
    after: { responsibleMemberId: to },
  } as const;
  return Object.keys(fieldsAfter).length === 0 ? deedOf(act, handedOver) : deedOf(act, edited, handedOver);
}
