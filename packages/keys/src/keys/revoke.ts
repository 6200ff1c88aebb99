import type { Act, KeyChanger } from "../actor.ts";
import { statusOf, type ApiKey, type RevocationReason } from "./api-key.ts";
import { deedOf, keyObject } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { KeyId } from "../id.ts";
import { findKey, findManagedKey } from "./key-authority.ts";

export interface RevokeRequest {
  readonly keyId: KeyId;
  readonly reason: RevocationReason;
  /** In the revoker's words, at most 500 characters; needed for `other`. */
  readonly text: string | null;
}

/**
 * Ends a key and every secret of it, for good. When this resolves, no process of
 * the installation accepts the key any more. A key may always revoke itself.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `key_already_revoked`, `revocation_text_missing`
 */
export async function revoke(desk: Desk, act: Act<KeyChanger>, request: RevokeRequest): Promise<ApiKey> {
  const { keyId, reason, text } = request;
  if (reason === "other" && text === null) {
    throw new KeyError("revocation_text_missing", "Say in a few words why the key is revoked.");
  }
  const itself = act.actor.type === "key" && act.actor.keyId === keyId;
  const find = itself ? findKey : findManagedKey;
  const key = await find(desk, act, keyId);
  const deed = deedOf(act, {
    action: "key.revoked",
    object: keyObject(key),
    before: { status: statusOf(key, act.now) },
    after: { status: "revoked", reason, text },
  });
  const revocation = { at: act.now, reason, text };
  const change = { organizationId: act.organizationId, keyId, revocation };
  // Nobody needs a standing to end themselves, and the statement sees that it was not done before.
  if (!(await desk.store.revoke(change, itself ? { ...deed, standing: null } : deed))) {
    throw new KeyError("key_already_revoked", "The key was revoked already.");
  }
  return findKey(desk, act, keyId);
}
