import type { UsageReport } from "../../lib/api/api-types.ts";
import { requestsOf } from "../../lib/usage/usage-count.ts";
import { startsOf, valuesAt } from "../../lib/usage/usage-slots.ts";

export interface ProblemRow {
  readonly code: string;
  readonly requests: number;
  /** Of all problems, from 0 to 1. */
  readonly share: number;
  readonly course: readonly number[];
}

/** The problems of a report by cause, the most frequent first. */
export function problemRowsOf(report: UsageReport): readonly ProblemRow[] {
  const starts = startsOf(report);
  const problems = report.groups.filter(({ group }) => group !== "none");
  const all = problems.reduce((sum, count) => sum + requestsOf(count), 0);
  return problems.map(({ group, buckets, ...count }) => ({
    code: group,
    requests: requestsOf(count),
    share: requestsOf(count) / all,
    course: valuesAt(starts, buckets, requestsOf),
  }));
}
