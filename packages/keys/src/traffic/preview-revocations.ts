import type { Act } from "../actor.ts";
import type { Preview } from "./effect.ts";
import type { Evidence } from "./evidence.ts";
import { ceilingOf } from "../usage/granularity.ts";
import type { KeyId } from "../id.ts";
import { findManagedKey } from "../keys/key-authority.ts";
import { publicKeyIdsOf } from "../keys/api-key.ts";
import { clientUsesOf, previewedSince } from "./key-traffic.ts";

/**
 * What of the last 7 days' traffic would have been refused, had several keys been revoked. Summed up by the day, and
 * not told apart by route: there can be many keys.
 * @throws KeyError `key_not_found`, `role_not_allowed`
 */
export async function previewRevocations(
  { desk, usage }: Evidence,
  act: Act,
  keyIds: readonly KeyId[],
): Promise<Preview> {
  const { organizationId, now } = act;
  const named = [...new Set(keyIds)];
  const keys = await Promise.all(named.map((keyId) => findManagedKey(desk, act, keyId)));
  const since = previewedSince(now);
  const days = { from: since, to: ceilingOf("day", now + 1), granularity: "day" } as const;
  const buckets = await usage.sum(organizationId, { ...days, groupBy: "key", groups: named });
  const requests = buckets.reduce((sum, { served, failed }) => sum + served + failed, 0);
  const publicKeyIds = keys.flatMap((key) => publicKeyIdsOf(key, since));
  const clients = clientUsesOf(await usage.clients(organizationId, { publicKeyIds, since }));
  const lastAt = clients[0]?.lastAt ?? buckets.at(-1)?.start ?? null;
  return {
    since,
    requests,
    clients,
    effects: [{ by: "revocation", requests, lastAt, routes: null, clients, unknown: 0 }],
  };
}
