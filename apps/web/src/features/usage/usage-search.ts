import type { Environment } from "../../lib/api/api-types.ts";
import { endOfDay, isCalendarDay } from "../../lib/words/calendar-day.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const ranges = ["24h", "7d", "30d", "12mo"] as const;
const groups = ["key", "route", "status", "cause"] as const;
const environments = ["live", "test"] as const satisfies readonly Environment[];

export type UsageGroup = (typeof groups)[number];

/** What the page keeps in the address. Without a range it shows 30 days. */
export interface UsageSearch {
  readonly range?: (typeof ranges)[number];
  /** The first and the last day of a range of one's own, such as `2026-11-01`; only together. */
  readonly from?: string;
  readonly to?: string;
  readonly environment?: Environment;
  readonly by?: UsageGroup;
  readonly view?: "table";
}

/** Drops what means nothing, so that a mistyped address still shows usage. */
export function usageSearchOf(search: Readonly<Record<string, unknown>>): UsageSearch {
  const { from, to } = search;
  const own = isCalendarDay(from) && isCalendarDay(to) && from <= to;
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    range: own ? undefined : ranges.find((one) => one === search["range"] && one !== "30d"),
    from: own ? from : undefined,
    to: own ? to : undefined,
    environment: environments.find((one) => one === search["environment"]),
    by: groups.find((one) => one === search["by"]),
    view: search["view"] === "table" ? "table" : undefined,
  };
}

/** The range as the server is asked for it. */
export function rangeOf({ range = "30d", from, to }: UsageSearch) {
  if (from === undefined || to === undefined) return range;
  const end = endOfDay(to);
  return {
    from: new Date(from).toISOString(),
    to: end,
    granularity: granularityFor(Date.parse(end) - Date.parse(from)),
  };
}

/** So that a chart has bars enough to show a course, and few enough to be read. */
function granularityFor(span: number) {
  if (span <= 3 * dayMs) return "hour" as const;
  return span <= 93 * dayMs ? ("day" as const) : ("month" as const);
}
