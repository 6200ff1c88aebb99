import type { Database } from "better-sqlite3";
import { granularities, hourMs, type Granularity } from "../granularity.ts";
import { usageGroups, type UsageGroup } from "../usage.ts";
import type { UsageCheck, UsageDifference } from "../usage-log.ts";
import { hourCounted } from "./tally.ts";

const startSql = {
  hour: "hour",
  day: "hour - hour % 24",
  month: "unixepoch(hour * 3600, 'unixepoch', 'start of month') / 3600",
} as const satisfies Record<Granularity, string>;

const groupSql = {
  key: "key_id",
  route: "route",
  status: "status_class || 'xx'",
  none: "''",
} as const satisfies Record<UsageGroup, string>;

type Row = Omit<UsageDifference, "granularity" | "groupBy" | "counted" | "summed"> &
  Readonly<
    Record<"countedServed" | "countedRefused" | "countedFailed" | "served" | "refused" | "failed", number>
  >;

const countedTotals = `
  select count(distinct organization_id || ' ' || (${startSql.month})) as months, coalesce(sum(requests), 0) as requests
  from (
    select organization_id, hour, requests from usage_hour
    union all select organization_id, ${hourCounted}, requests from tally)`;

/** Prepares the recomputation of every sum from the hours, in one state of the file. */
export function prepareCheckUsage(database: Database): () => UsageCheck {
  const totals = database.prepare<[], Omit<UsageCheck, "differences">>(countedTotals);
  const comparisons = granularities.flatMap((granularity) =>
    usageGroups.map((groupBy) => {
      const compare = database.prepare<[], Row>(comparisonOf(granularity, groupBy));
      return () => compare.all().map((row) => differenceOf(row, granularity, groupBy));
    }),
  );
  return database.transaction(() => {
    const found = totals.get() ?? { months: 0, requests: 0 };
    return { ...found, differences: comparisons.flatMap((compare) => compare()) };
  });
}

/**
 * What was counted beside what was summed, where they differ. Of months whose hours are forgotten, the total is
 * what the other sums of that month are compared with.
 */
function comparisonOf(granularity: Granularity, groupBy: UsageGroup): string {
  return `
    with counted as (
      select organization_id, environment, ${startSql[granularity]} as start, ${groupSql[groupBy]} as "group",
        sum(iif(refused = 0 and status_class < 5, requests, 0)) as served,
        sum(iif(refused = 1, requests, 0)) as refused,
        sum(iif(refused = 0 and status_class >= 5, requests, 0)) as failed
      from usage_hour where hour >= (select kept_from from usage_closed) group by 1, 2, 3, 4),
    summed as (
      select organization_id, environment, start, "group", served, refused, failed from usage_sum
      where granularity = '${granularity}' and group_by = '${groupBy}' and start >= (select kept_from from usage_closed)),
    ${forgottenOf(granularity, groupBy)}
    compared as (
      select coalesce(s.organization_id, c.organization_id) as organizationId,
        coalesce(s.environment, c.environment) as environment,
        coalesce(s.start, c.start) as start, coalesce(s."group", c."group") as "group",
        coalesce(c.served, 0) as countedServed, coalesce(c.refused, 0) as countedRefused,
        coalesce(c.failed, 0) as countedFailed,
        coalesce(s.served, 0) as served, coalesce(s.refused, 0) as refused, coalesce(s.failed, 0) as failed
      from counted c full join summed s
        on s.organization_id = c.organization_id and s.environment = c.environment
        and s.start = c.start and s."group" = c."group"
      union all select * from forgotten)
    select * from compared
    where (countedServed, countedRefused, countedFailed) is not (served, refused, failed)
    order by organizationId, start, "group"`;
}

function forgottenOf(granularity: Granularity, groupBy: UsageGroup): string {
  const wanted = granularity === "month" ? "start < (select kept_from from usage_closed)" : "false";
  return `
    forgotten as (
      select organization_id, environment, start, '' as "group", ${countsOf("none")}, ${countsOf(groupBy)}
      from usage_sum where granularity = 'month' and ${wanted} group by 1, 2, 3),`;
}

function countsOf(group: UsageGroup): string {
  return ["served", "refused", "failed"]
    .map((name) => `sum(iif(group_by = '${group}', ${name}, 0))`)
    .join(", ");
}

function differenceOf(row: Row, granularity: Granularity, groupBy: UsageGroup): UsageDifference {
  const { organizationId, environment, group, served, refused, failed } = row;
  return {
    organizationId,
    environment,
    granularity,
    groupBy,
    start: row.start * hourMs,
    group,
    counted: { served: row.countedServed, refused: row.countedRefused, failed: row.countedFailed },
    summed: { served, refused, failed },
  };
}
