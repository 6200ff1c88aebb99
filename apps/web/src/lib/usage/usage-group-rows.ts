import type { UsageReport } from "../api/api-types.ts";
import { requestsOf, restOf, type UsageCount } from "./usage-count.ts";
import { startsOf, valuesAt } from "./usage-slots.ts";
import type { GroupUsage } from "./usage-group-name.ts";

export interface GroupRow extends UsageCount, Pick<GroupUsage, "group" | "key" | "app"> {
  /** Of all requests, from 0 to 1. */
  readonly share: number;
  /** Requests in each slot. */
  readonly course: readonly number[];
  readonly isRest: boolean;
}

/** The groups, and what is left of the whole. */
export function groupRowsOf(report: UsageReport): readonly GroupRow[] {
  const { total, buckets, groups } = report;
  const starts = startsOf(report);
  const all = requestsOf(total);
  const rows = groups.map(({ buckets, ...group }) => ({
    ...group,
    share: requestsOf(group) / all,
    course: valuesAt(starts, buckets, requestsOf),
    isRest: false,
  }));
  const rest = restOf(total, groups);
  if (requestsOf(rest) === 0) return rows;
  const course = valuesAt(starts, buckets, requestsOf).map((value, slot) =>
    rows.reduce((left, row) => left - (row.course[slot] ?? 0), value),
  );
  return [
    ...rows,
    { group: "", key: null, app: null, ...rest, share: requestsOf(rest) / all, course, isRest: true },
  ];
}
