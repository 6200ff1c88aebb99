import type { Act } from "../actor.ts";
import { currentSecretOf } from "../keys/api-key.ts";
import { retiringSecretOf } from "../keys/secret.ts";
import { effectOfEnd, type Preview } from "./effect.ts";
import { KeyError } from "../errors.ts";
import type { Evidence } from "./evidence.ts";
import type { KeyId } from "../id.ts";
import { findManagedKey } from "../keys/key-authority.ts";
import { previewedSince, trafficOf, type KeyTraffic } from "./key-traffic.ts";

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
  const publicKeyIds = [retiring.publicKeyId];
  const lastUses = await evidence.usage.lastUses(act.organizationId, publicKeyIds);
  const most = lastUses.get(retiring.publicKeyId)?.requestsRetiring ?? 0;
  const traffic = sinceRotation(await trafficOf(evidence, act, { publicKeyIds, since }), { since, most });
  const { requests, clients } = traffic;
  return { since, requests, clients, effects: [effectOfEnd("overlap_end", traffic)] };
}

interface Rotated {
  readonly since: number;
  /** Requests with the old secret since then, refused ones too. */
  readonly most: number;
}

/** Routes are counted by the hour and clients by the day, in which the secret may have been the current one before. */
function sinceRotation(traffic: KeyTraffic, { since, most }: Rotated): KeyTraffic {
  const requests = Math.min(traffic.requests, most);
  if (requests === 0) return { since, requests, routes: [], clients: [] };
  const routes = traffic.routes.map(({ route, ...use }) => ({
    route,
    requests: Math.min(use.requests, requests),
    lastAt: Math.max(use.lastAt, since),
  }));
  const clients = traffic.clients.filter(({ lastAt }) => lastAt >= since);
  return { since, requests, routes, clients };
}
