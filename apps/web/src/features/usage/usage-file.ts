import { csvOf } from "@katkey/server/exports/csv";
import type { UsageReport } from "../../lib/api/api-types.ts";
import type { UsageGroup } from "./usage-search.ts";
import { startsOf, type UsageBucket } from "../../lib/usage/usage-slots.ts";

/** What the page shows as a file. Its columns are for programs, and so the same in every language. */
export function usageFileOf(report: UsageReport, by: UsageGroup | undefined) {
  const days = [report.from, new Date(Date.parse(report.to) - 1).toISOString()].map((time) =>
    time.slice(0, 10),
  );
  return {
    name: `usage-${days.join("-to-")}${by === undefined ? "" : `-by-${by}`}.csv`,
    type: "text/csv;charset=utf-8",
    content: csvOf(by === undefined ? wholeRows(report) : groupRows(report, by)),
  };
}

const counts = ["served", "refused", "failed"] as const;

/** With the hours, days or months in which nothing happened. */
function wholeRows(report: UsageReport) {
  const buckets = new Map(report.buckets.map((bucket) => [Date.parse(bucket.start), bucket]));
  const rows = startsOf(report).map((start) => {
    const bucket = buckets.get(start);
    return [new Date(start).toISOString(), ...counts.map((count) => bucket?.[count] ?? 0)];
  });
  return [["start", ...counts], ...rows];
}

function groupRows({ groups }: UsageReport, by: UsageGroup) {
  const named = by === "key";
  const rows = groups.flatMap(({ group, key, app, buckets }) => {
    const who = named ? [group, key?.name ?? app?.name ?? ""] : [group];
    return buckets.map((bucket: UsageBucket) => [
      bucket.start,
      ...who,
      ...counts.map((count) => bucket[count]),
    ]);
  });
  return [["start", by, ...(named ? ["name"] : []), ...counts], ...rows];
}
