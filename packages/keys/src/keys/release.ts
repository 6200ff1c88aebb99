import { managesAllKeys, type Act, type MemberActor } from "../actor.ts";
import { quarantinedSecretOf, type ApiKey } from "./api-key.ts";
import { deedOf, keyObject } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { KeyId } from "../id.ts";
import { assertNotEnded, findKey } from "./key-authority.ts";

/**
 * Lets a secret in again that was in quarantine: a manager has decided that it may go on. It stays marked as exposed
 * until it is replaced, and no later report puts it into quarantine again.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `key_already_revoked`, `key_already_expired`,
 *   `secret_not_quarantined`
 */
export async function release(desk: Desk, act: Act<MemberActor>, keyId: KeyId): Promise<ApiKey> {
  const key = await findKey(desk, act, keyId);
  if (!managesAllKeys(act.actor)) {
    const message = "Only owners and admins let a key in again that was reported as leaked.";
    throw new KeyError("role_not_allowed", message);
  }
  const { organizationId, now } = act;
  assertNotEnded(key, now);
  const secret = quarantinedSecretOf(key, now);
  if (secret !== null) {
    const { publicKeyId } = secret;
    const deed = deedOf(act, {
      action: "key.released",
      object: keyObject(key),
      before: { publicKeyId, quarantinedAt: secret.quarantine?.at ?? null },
      after: { publicKeyId, releasedAt: now },
    });
    if (await desk.store.release({ organizationId, keyId, publicKeyId, now }, deed)) {
      return findKey(desk, act, keyId);
    }
  }
  assertNotEnded(await findKey(desk, act, keyId), now);
  throw new KeyError("secret_not_quarantined", "No secret of this key is in quarantine any more.");
}
