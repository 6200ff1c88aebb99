import type { Act, KeyChanger } from "../actor.ts";
import type { ApiKey, KeySecret } from "./api-key.ts";
import { retiringSecretOf } from "./secret.ts";
import { deedOf, keyObject } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { KeyId } from "../id.ts";
import { assertGives, assertNotEnded, findKey, findManagedKey } from "./key-authority.ts";

/**
 * Ends a rotation's overlap now: the retiring secret is refused from here on.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `scope_not_allowed`, `expiry_not_allowed`,
 *   `addresses_not_allowed`, `key_already_revoked`, `key_already_expired`, `overlap_not_running`
 */
export async function endOverlap(desk: Desk, act: Act<KeyChanger>, keyId: KeyId): Promise<ApiKey> {
  const key = await findManagedKey(desk, act, keyId);
  assertNotEnded(key, act.now);
  // It is a part of the rotation: whoever may not begin one does not decide when it is over.
  if (act.actor.type === "key") assertGives(desk.scopes, act.actor, key);
  const retiring = retiringSecretOf(key, act.now);
  if (retiring === null || !(await end(desk, act, { key, retiring }))) {
    assertNotEnded(await findKey(desk, act, keyId), act.now);
    throw new KeyError("overlap_not_running", "No overlap is running: only one secret is in use.");
  }
  return findKey(desk, act, keyId);
}

interface Overlap {
  readonly key: ApiKey;
  readonly retiring: KeySecret;
}

function end(desk: Desk, act: Act<KeyChanger>, { key, retiring }: Overlap): Promise<boolean> {
  const { organizationId, now } = act;
  const { publicKeyId, retiresAt } = retiring;
  const deed = deedOf(act, {
    action: "key.overlap_ended",
    object: keyObject(key),
    before: { publicKeyId, retiresAt },
    after: { publicKeyId, retiredAt: now },
  });
  return desk.store.endOverlap({ organizationId, keyId: key.id, publicKeyId, now }, deed);
}
