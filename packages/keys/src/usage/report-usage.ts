import type { Act, Reader } from "../actor.ts";
import type { Environment } from "../environment.ts";
import { addUsage, noUsage, type UsageBucket, type UsageCount } from "./usage.ts";
import type { UsageLog, UsageQuery } from "./usage-log.ts";
import { environmentFor, rangeOf, type UsageRange } from "./usage-range.ts";

export interface UsageRequest extends UsageRange, Pick<UsageQuery, "groupBy" | "environment" | "after"> {
  /** Buckets on a page. */
  readonly limit: number;
}

/** One page of buckets; the total is that of the whole range. */
export interface UsageReport {
  /** Where the first bucket begins, and the last one ends. */
  readonly from: number;
  readonly to: number;
  /** `null`: both. */
  readonly environment: Environment | null;
  readonly buckets: readonly UsageBucket[];
  readonly more: boolean;
  readonly total: UsageCount;
}

/**
 * The organization's usage in a range of time, which is widened to whole hours, days or months. A test key sees
 * test usage only.
 * @throws KeyError `environment_not_allowed`, `usage_range_invalid`
 */
export async function reportUsage(
  log: UsageLog,
  act: Act<Reader>,
  request: UsageRequest,
): Promise<UsageReport> {
  const environment = environmentFor(act, request.environment);
  const { granularity, groupBy, after, limit } = request;
  const range = rangeOf(request, act.now);
  const query = { ...range, granularity, ...(environment !== null && { environment }) };
  const page = { groupBy, ...(after !== undefined && { after }), limit: limit + 1 };
  const found = await log.sum(act.organizationId, { ...query, ...page });
  const whole = await log.sum(act.organizationId, { ...query, groupBy: "none" });
  return {
    ...range,
    environment,
    buckets: found.slice(0, limit),
    more: found.length > limit,
    total: whole.reduce<UsageCount>(addUsage, noUsage),
  };
}
