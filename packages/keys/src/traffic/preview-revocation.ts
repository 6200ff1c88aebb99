import type { Act } from "../actor.ts";
import { effectOfEnd, type Preview } from "./effect.ts";
import type { Evidence } from "./evidence.ts";
import type { KeyId } from "../id.ts";
import { findManagedKey } from "../keys/key-authority.ts";
import { publicKeyIdsOf } from "../keys/api-key.ts";
import { previewedSince, trafficOf } from "./key-traffic.ts";

/**
 * What of the last 7 days' traffic would have been refused, had the key been revoked: all that was let in.
 * @throws KeyError `key_not_found`, `role_not_allowed`
 */
export async function previewRevocation(evidence: Evidence, act: Act, keyId: KeyId): Promise<Preview> {
  const key = await findManagedKey(evidence.desk, act, keyId);
  const since = previewedSince(act.now);
  const traffic = await trafficOf(evidence, act, { publicKeyIds: publicKeyIdsOf(key, since), since });
  const { requests, clients } = traffic;
  return { since, requests, clients, effects: [effectOfEnd("revocation", traffic)] };
}
