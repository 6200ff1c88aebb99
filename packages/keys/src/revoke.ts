import type { Act } from "./actor.ts";
import { statusOf, type ApiKey, type RevocationReason } from "./api-key.ts";
import { eventOf } from "./audit-event.ts";
import type { Desk } from "./desk.ts";
import { KeyError } from "./errors.ts";
import type { KeyId } from "./id.ts";
import { findKey, findManagedKey } from "./key-authority.ts";

export interface RevokeRequest {
  readonly keyId: KeyId;
  readonly reason: RevocationReason;
  /** In the revoker's words; at most 500 characters. */
  readonly text: string | null;
}

/**
 * Ends a key and every secret of it, for good. When this resolves, no process of
 * the installation accepts the key any more. A key may always revoke itself.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `key_already_revoked`
 */
export async function revoke(desk: Desk, act: Act, request: RevokeRequest): Promise<ApiKey> {
  const itself = act.actor.type === "key" && act.actor.keyId === request.keyId;
  const find = itself ? findKey : findManagedKey;
  const key = await find(desk, act, request.keyId);
  const { reason, text } = request;
  const event = eventOf(act, "key.revoked", {
    object: { type: "key", id: key.id, label: key.name },
    before: { status: statusOf(key, act.now) },
    after: { status: "revoked", reason, text },
  });
  const revocation = { at: act.now, reason, text };
  const { organizationId, now } = act;
  if (!(await desk.store.revoke({ organizationId, keyId: key.id, now, revocation }, event))) {
    throw new KeyError("key_already_revoked", "The key was revoked already.");
  }
  return findKey(desk, act, key.id);
}
