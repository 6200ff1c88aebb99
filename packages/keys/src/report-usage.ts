import type { Act } from "./actor.ts";
import type { Environment } from "./environment.ts";
import { KeyError } from "./errors.ts";
import { ceilingOf, hourMs, startOf, type Granularity } from "./granularity.ts";
import { addUsage, noUsage, type UsageBucket, type UsageCount } from "./usage.ts";
import type { UsageLog, UsageQuery } from "./usage-log.ts";

const dayMs = 24 * hourMs;

/** How far a report goes back that does not say from when, and how far it may reach at most. Milliseconds. */
const reachOf = {
  hour: { usual: dayMs, most: 93 * dayMs },
  day: { usual: 30 * dayMs, most: 400 * dayMs },
  month: { usual: 365 * dayMs, most: 3_660 * dayMs },
} as const satisfies Record<Granularity, { readonly usual: number; readonly most: number }>;

export interface UsageRequest extends Pick<UsageQuery, "granularity" | "groupBy" | "environment" | "after"> {
  /** Milliseconds since 1970. Absent: a day before `to` by the hour, 30 days by the day, a year by the month. */
  readonly from?: number;
  /** Absent: now. */
  readonly to?: number;
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
export async function reportUsage(log: UsageLog, act: Act, request: UsageRequest): Promise<UsageReport> {
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

function environmentFor({ actor }: Act, wanted: Environment | undefined): Environment | null {
  if (actor.type === "member" || actor.environment === "live") return wanted ?? null;
  if (wanted !== "live") return "test";
  throw new KeyError("environment_not_allowed", "A test key sees the usage of test keys only.");
}

function rangeOf({ granularity, ...asked }: UsageRequest, now: number) {
  const { usual, most } = reachOf[granularity];
  const to = ceilingOf(granularity, asked.to ?? now + 1);
  const from = startOf(granularity, asked.from ?? to - usual);
  if (from >= to) throw new KeyError("usage_range_invalid", "The range ends before it begins.");
  if (to - from > most) {
    const message = `By the ${granularity}, a range is at most ${most / dayMs} days long.`;
    throw new KeyError("usage_range_invalid", message);
  }
  return { from, to };
}
