import type { UsageReport } from "../api/api-types.ts";

export type Granularity = UsageReport["granularity"];
export type UsageBucket = UsageReport["buckets"][number];

const hourMs = 3_600_000;

/** Where every hour, day or month of a range begins, also those in which nothing happened. */
export function startsOf({ from, to, granularity }: Pick<UsageReport, "from" | "to" | "granularity">) {
  const starts: number[] = [];
  const end = Date.parse(to);
  for (let start = Date.parse(from); start < end; start = after(granularity, start, 1)) starts.push(start);
  return starts;
}

/** Where so many hours, days or months later another begins; earlier, when negative. */
export function after(granularity: Granularity, start: number, count: number): number {
  if (granularity === "hour") return start + count * hourMs;
  if (granularity === "day") return start + count * 24 * hourMs;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count);
}

/** One value for each start: 0 where there is no bucket. */
export function valuesAt(
  starts: readonly number[],
  buckets: readonly UsageBucket[],
  valueOf: (bucket: UsageBucket) => number,
): readonly number[] {
  const values = new Map(buckets.map((bucket) => [Date.parse(bucket.start), valueOf(bucket)]));
  return starts.map((start) => values.get(start) ?? 0);
}
