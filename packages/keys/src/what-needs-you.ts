import { managesAllKeys, type Act, type MemberActor } from "./actor.ts";
import type { ApiKey } from "./api-key.ts";
import type { Desk } from "./desk.ts";
import type { KeyId, OrganizationId } from "./id.ts";
import { canAnswerForKeys } from "./role.ts";
import { isSafeToEnd, rotationVerdictOf } from "./rotation-verdict.ts";
import { findUnusedKeys } from "./unused-keys.ts";
import type { UsageLog } from "./usage-log.ts";
import type { KeysInUse, WaitingReason } from "./waiting.ts";

const dayMs = 24 * 60 * 60 * 1_000;
const expiringWithinMs = 14 * dayMs;

/** Why keys wait for somebody. */
export type NeedReason = WaitingReason | "safe_to_end" | "unused";

/** Keys that wait for the same reason. */
export interface Need {
  readonly reason: NeedReason;
  /** At least 1. */
  readonly count: number;
  /** The most urgent of them. */
  readonly keys: readonly ApiKey[];
}

interface Asked extends KeysInUse {
  readonly organizationId: OrganizationId;
  readonly most: number;
}

type Sources = Pick<Desk, "store"> & { readonly usage: UsageLog };

/**
 * What an organization's keys in use wait for that this member can settle, the most urgent first: secrets that leaked,
 * keys with less than they were granted, expiries within 14 days, overlaps that are safe to end, keys unused for 90 days.
 * Managers are told of every key, others of those they answer for; of each reason the `most` most urgent.
 */
export async function whatNeedsYou(
  sources: Sources,
  { organizationId, actor, now }: Act<MemberActor>,
  most: number,
): Promise<readonly Need[]> {
  if (!canAnswerForKeys(actor.role)) return [];
  const whose = managesAllKeys(actor) ? {} : { responsibleMemberId: actor.memberId };
  const asked = { organizationId, now, most, ...whose };
  const needs = [
    await findWaiting(sources, asked, "exposed"),
    await findWaiting(sources, asked, "curtailed"),
    await findWaiting(sources, asked, "expiring"),
    await findNeed(sources, asked, { reason: "safe_to_end", keyIds: await findSafeToEnd(sources, asked) }),
    await findNeed(sources, asked, { reason: "unused", keyIds: await findUnusedKeys(sources, asked) }),
  ];
  return needs.filter(({ count }) => count > 0);
}

async function findWaiting({ store }: Sources, asked: Asked, reason: WaitingReason): Promise<Need> {
  const { organizationId, most, ...meant } = asked;
  const query = { ...meant, reason, expiresBefore: asked.now + expiringWithinMs, limit: most };
  return { reason, ...(await store.findWaiting(organizationId, query)) };
}

async function findNeed(
  { store }: Sources,
  { organizationId, most }: Asked,
  { reason, keyIds }: { readonly reason: NeedReason; readonly keyIds: readonly KeyId[] },
): Promise<Need> {
  const keys = await store.findKeys(organizationId, keyIds.slice(0, most));
  return { reason, count: keyIds.length, keys };
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
