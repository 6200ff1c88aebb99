import type { UsageReport } from "../api/api-types.ts";
import { addUsage, noUsage, type UsageCount } from "./usage-count.ts";
import { after, startsOf } from "./usage-slots.ts";

/** A report's whole hours, days or months, and the same number of them before. */
export interface Comparison {
  /** How many of them. */
  readonly slots: number;
  /** The running one is left out: it would always look like a fall. */
  readonly withoutRunning: boolean;
  readonly count: UsageCount;
  /** The range before. */
  readonly from: string;
  readonly to: string;
}

/** `null` where there is nothing whole, or what was before is kept no longer. */
export function comparisonOf(report: UsageReport, now: number): Comparison | null {
  const { granularity } = report;
  const starts = startsOf(report);
  const whole = starts.filter((start) => after(granularity, start, 1) <= now);
  const [first] = starts;
  if (first === undefined || whole.length === 0) return null;
  const from = after(granularity, first, -whole.length);
  if (granularity !== "month" && from < keptFrom(now)) return null;
  const end = after(granularity, first, whole.length);
  return {
    slots: whole.length,
    withoutRunning: whole.length < starts.length,
    count: report.buckets
      .filter(({ start }) => Date.parse(start) < end)
      .reduce<UsageCount>(addUsage, noUsage),
    from: new Date(from).toISOString(),
    to: new Date(first).toISOString(),
  };
}

/** Hours and days are kept for 13 months before the running one. */
function keptFrom(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 13);
}

/** 0.12 for 12 % more; `null` when there was nothing before, and no share of it can be told. */
export function growthOf(before: number, now: number): number | null {
  return before === 0 ? null : (now - before) / before;
}
