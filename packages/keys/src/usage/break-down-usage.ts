import type { Act } from "../actor.ts";
import { addUsage, noUsage, type UsageCount } from "./usage.ts";
import type { UsageBreakdown } from "./usage-breakdown.ts";
import type { UsageLog, UsageQuery } from "./usage-log.ts";
import { environmentFor, rangeOf, type UsageRange } from "./usage-range.ts";

export interface UsageBreakdownRequest extends UsageRange, Pick<UsageQuery, "groupBy" | "environment"> {
  /** Groups at most: those with the most requests. */
  readonly most: number;
}

/**
 * The organization's usage in a range of time, which is widened to whole hours, days or months. A test key sees
 * test usage only.
 * @throws KeyError `environment_not_allowed`, `usage_range_invalid`
 */
export async function breakDownUsage(
  log: UsageLog,
  act: Act,
  { groupBy, most, ...asked }: UsageBreakdownRequest,
): Promise<UsageBreakdown> {
  const environment = environmentFor(act, asked.environment);
  const range = rangeOf(asked, act.now);
  const query = { ...range, granularity: asked.granularity, ...(environment !== null && { environment }) };
  const ranked = groupBy === "none" ? [] : await log.rank(act.organizationId, { ...query, groupBy });
  const groups = ranked.slice(0, most);
  const names = groups.map(({ group }) => group);
  const groupBuckets =
    names.length === 0 ? [] : await log.sum(act.organizationId, { ...query, groupBy, groups: names });
  // Last, so that it has everything that the groups have.
  const buckets = await log.sum(act.organizationId, { ...query, groupBy: "none" });
  return {
    ...range,
    environment,
    total: buckets.reduce<UsageCount>(addUsage, noUsage),
    buckets,
    groups,
    groupBuckets,
    moreGroups: ranked.length - groups.length,
  };
}
