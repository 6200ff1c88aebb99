import { seesLive, type Act, type Reader } from "../actor.ts";
import type { Environment } from "../environment.ts";
import { KeyError } from "../errors.ts";
import { ceilingOf, dayMs, startOf, type Granularity } from "./granularity.ts";

/** How far a report goes back that does not say from when, and how far it may reach at most. Milliseconds. */
const reachOf = {
  hour: { usual: dayMs, most: 93 * dayMs },
  day: { usual: 30 * dayMs, most: 400 * dayMs },
  month: { usual: 365 * dayMs, most: 3_660 * dayMs },
} as const satisfies Record<Granularity, { readonly usual: number; readonly most: number }>;

/** Which range of time somebody asks about. */
export interface UsageRange {
  readonly granularity: Granularity;
  /** Milliseconds since 1970. Absent: a day before `to` by the hour, 30 days by the day, a year by the month. */
  readonly from?: number;
  /** Absent: now. */
  readonly to?: number;
}

/** What was asked about, widened to whole hours, days or months. @throws KeyError `usage_range_invalid` */
export function rangeOf({ granularity, ...asked }: UsageRange, now: number) {
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

/** Whose requests are meant; `null`: both. A test key sees test usage only. @throws KeyError `environment_not_allowed` */
export function environmentFor({ actor }: Act<Reader>, wanted: Environment | undefined): Environment | null {
  if (seesLive(actor)) return wanted ?? null;
  if (wanted !== "live") return "test";
  throw new KeyError("environment_not_allowed", "A test key sees the usage of test keys only.");
}
