import type { Desk } from "../desk.ts";
import type { KeyId, OrganizationId } from "../id.ts";
import { isSafeToEnd, rotationVerdictOf } from "./rotation-verdict.ts";
import { findUnusedKeys } from "./unused-keys.ts";
import type { UsageLog } from "../usage/usage-log.ts";
import type { KeysInUse } from "./waiting.ts";

const expiringWithinMs = 14 * 24 * 60 * 60 * 1_000;

/** Why a key in use waits for somebody, the most urgent reason first. */
export const needReasons = ["exposed", "curtailed", "expiring", "safe_to_end", "unused"] as const;

/**
 * `exposed`: a secret that leaked is accepted. `curtailed`: it can do less than it was granted. `expiring`: within 14
 * days. `safe_to_end`: nothing uses the old secret of its rotation. `unused`: for 90 days.
 */
export type NeedReason = (typeof needReasons)[number];

type Sources = Pick<Desk, "store"> & { readonly usage: UsageLog };

interface Asked extends KeysInUse {
  readonly organizationId: OrganizationId;
}

/** The keys that wait for this reason, the most urgent first. */
export function findNeeding(sources: Sources, asked: Asked, reason: NeedReason): Promise<readonly KeyId[]> {
  if (reason === "unused") return findUnusedKeys(sources, asked);
  if (reason === "safe_to_end") return findSafeToEnd(sources, asked);
  const { organizationId, now } = asked;
  const expiresBefore = now + expiringWithinMs;
  return sources.store.listWaiting(organizationId, { ...asked, reason, expiresBefore });
}

/** But for those whose old secret leaked: they are exposed, which is more urgent and settled by the same. */
async function findSafeToEnd({ store, usage }: Sources, asked: Asked): Promise<readonly KeyId[]> {
  const { organizationId, now } = asked;
  const overlaps = await store.listOverlaps(organizationId, asked);
  const secrets = overlaps.flatMap(({ retiring, current }) => [retiring, current]);
  const uses = await usage.lastUses(organizationId, secrets);
  const safe = overlaps.filter(({ retiring, current, rotatedAt, isExposed }) => {
    const evidence = { retiring: uses.get(retiring) ?? null, current: uses.get(current) ?? null, rotatedAt };
    return !isExposed && isSafeToEnd(rotationVerdictOf(evidence, now));
  });
  return safe.map(({ keyId }) => keyId);
}
