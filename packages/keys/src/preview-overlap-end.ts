import type { Act } from "./actor.ts";
import { currentSecretOf, retiringSecretOf } from "./api-key.ts";
import { effectOfEnd, type Preview } from "./effect.ts";
import { KeyError } from "./errors.ts";
import type { Evidence } from "./evidence.ts";
import type { KeyId } from "./id.ts";
import { findManagedKey } from "./key-authority.ts";
import { previewedSince, trafficOf } from "./key-traffic.ts";

/**
 * What of the last 7 days' traffic with the old secret would have been refused, had the overlap been ended. From
 * before the rotation nothing counts: there was no other secret then.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `overlap_not_running`
 */
export async function previewOverlapEnd(evidence: Evidence, act: Act, keyId: KeyId): Promise<Preview> {
  const key = await findManagedKey(evidence.desk, act, keyId);
  const retiring = retiringSecretOf(key, act.now);
  if (retiring === null) {
    throw new KeyError("overlap_not_running", "No overlap is running: only one secret is in use.");
  }
  const rotatedAt = currentSecretOf(key).createdAt;
  const since = Math.max(previewedSince(act.now), rotatedAt);
  const found = await trafficOf(evidence, act, { publicKeyIds: [retiring.publicKeyId], since });
  // Clients are told apart by the day: whoever came last before the rotation does not come with the old secret any more.
  const clients = found.clients.filter(({ lastAt }) => lastAt >= since);
  const effect = effectOfEnd("overlap_end", { ...found, clients });
  return { since, requests: found.requests, clients, effects: [effect] };
}
