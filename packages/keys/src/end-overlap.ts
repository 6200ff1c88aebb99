import type { Act } from "./actor.ts";
import { retiringSecretOf, type ApiKey } from "./api-key.ts";
import { eventOf } from "./audit-event.ts";
import type { Desk } from "./desk.ts";
import { KeyError } from "./errors.ts";
import type { KeyId } from "./id.ts";
import { assertNotEnded, findKey, findManagedKey } from "./key-authority.ts";

/**
 * Ends a rotation's overlap now: the retiring secret is refused from here on.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `key_already_revoked`, `key_already_expired`, `overlap_not_running`
 */
export async function endOverlap(desk: Desk, act: Act, keyId: KeyId): Promise<ApiKey> {
  const key = await findManagedKey(desk, act, keyId);
  assertNotEnded(key, act.now);
  const retiring = retiringSecretOf(key, act.now);
  const event = eventOf(act, "key.overlap_ended", {
    object: { type: "key", id: key.id, label: key.name },
    before: { publicKeyId: retiring?.publicKeyId ?? null, retiresAt: retiring?.retiresAt ?? null },
    after: { retiresAt: act.now },
  });
  const change = { organizationId: act.organizationId, keyId, now: act.now };
  if (retiring === null || !(await desk.store.endOverlap(change, event))) {
    throw new KeyError("overlap_not_running", "No overlap is running: only one secret is in use.");
  }
  return findKey(desk, act, keyId);
}
