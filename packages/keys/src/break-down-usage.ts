import type { Act } from "./actor.ts";
import type { Environment } from "./environment.ts";
import { addUsage, noUsage, type GroupUsage, type UsageBucket, type UsageCount } from "./usage.ts";
import type { UsageLog, UsageQuery } from "./usage-log.ts";
import { environmentFor, rangeOf, type UsageRange } from "./usage-range.ts";

export interface UsageBreakdownRequest extends UsageRange, Pick<UsageQuery, "groupBy" | "environment"> {
  /** Groups at most: those with the most requests. */
  readonly most: number;
}

/** The usage of a range as a page shows it: over time and in all, for all requests and for the largest groups. */
export interface UsageBreakdown {
  /** Where the first bucket begins, and the last one ends. */
  readonly from: number;
  readonly to: number;
  /** `null`: both. */
  readonly environment: Environment | null;
  readonly total: UsageCount;
  /** Of all requests, whatever their group. */
  readonly buckets: readonly UsageBucket[];
  /** The one with the most requests first; none when nothing is told apart. */
  readonly groups: readonly GroupUsage[];
  /** Of these groups. */
  readonly groupBuckets: readonly UsageBucket[];
  /** How many groups there are besides. */
  readonly moreGroups: number;
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
