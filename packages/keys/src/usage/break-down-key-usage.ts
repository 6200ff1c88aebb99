import type { Act } from "../actor.ts";
import type { Evidence } from "../traffic/evidence.ts";
import type { KeyId } from "../id.ts";
import { findKey } from "../keys/key-authority.ts";
import { publicKeyIdsOf } from "../keys/api-key.ts";
import {
  addUsage,
  noUsage,
  requestsOf,
  type GroupUsage,
  type UsageBucket,
  type UsageCount,
} from "./usage.ts";
import type { UsageBreakdown } from "./usage-breakdown.ts";
import { rangeOf, type UsageRange } from "./usage-range.ts";

export interface KeyUsageRequest extends UsageRange {
  readonly keyId: KeyId;
  readonly groupBy: "route" | "status";
  /** Groups at most: those with the most requests. */
  readonly most: number;
}

/**
 * One key's usage in a range of time, over all its secrets. The range is widened to whole hours or days, and has at most 90 days.
 * @throws KeyError `key_not_found`, `usage_range_invalid`
 */
export async function breakDownKeyUsage(
  { desk, usage }: Pick<Evidence, "desk" | "usage">,
  act: Act,
  { keyId, groupBy, most, ...asked }: KeyUsageRequest,
): Promise<UsageBreakdown> {
  const key = await findKey(desk, act, keyId);
  const range = rangeOf(asked, act.now);
  const { granularity } = asked;
  const query = { publicKeyIds: publicKeyIdsOf(key, range.from), ...range, granularity, groupBy };
  const found = await usage.sumOfSecrets(act.organizationId, query);
  const ranked = rankedOf(found);
  const groups = ranked.slice(0, most);
  const names = new Set(groups.map(({ group }) => group));
  return {
    ...range,
    environment: key.environment,
    total: sumOf(found),
    buckets: [...Map.groupBy(found, ({ start }) => start)].map(([start, those]) => {
      return { start, group: null, ...sumOf(those) };
    }),
    groups,
    groupBuckets: found.filter(({ group }) => names.has(group ?? "")),
    moreGroups: ranked.length - groups.length,
  };
}

function rankedOf(found: readonly UsageBucket[]): readonly GroupUsage[] {
  return [...Map.groupBy(found, ({ group }) => group ?? "")]
    .map(([group, those]) => ({ group, ...sumOf(those) }))
    .toSorted((a, b) => requestsOf(b) - requestsOf(a) || (a.group < b.group ? -1 : 1));
}

function sumOf(buckets: readonly UsageBucket[]): UsageCount {
  return buckets.reduce<UsageCount>(addUsage, noUsage);
}
