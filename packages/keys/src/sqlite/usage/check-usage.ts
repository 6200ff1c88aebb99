import type { Database } from "better-sqlite3";
import { granularities, hourMs, type Granularity } from "../../usage/granularity.ts";
import { usageGroups, type UsageGroup } from "../../usage/usage.ts";
import type { UsageCheck, UsageDifference } from "../../usage/usage-log.ts";
import { countedSql, groupSql, startSql } from "./bucket-sql.ts";

type Row = Omit<UsageDifference, "granularity" | "groupBy" | "counted" | "summed"> &
  Readonly<
    Record<"countedServed" | "countedRefused" | "countedFailed" | "served" | "refused" | "failed", number>
  >;

const countedTotals = `
  select count(distinct organization_id || ' ' || (${startSql.month})) as months, coalesce(sum(requests), 0) as requests,
    (select count(*) from unread_use) as unread
  from usage_hour`;

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
    const found = totals.get() ?? { months: 0, requests: 0, unread: 0 };
    return { ...found, differences: comparisons.flatMap((compare) => compare()) };
  });
}

/**
 * What was counted beside what was summed, where they differ: put side by side by grouping, for SQLite has no index
 * for a full join and would compare each with each. Of months whose hours are forgotten, the total is
 * what the other sums of that month are compared with.
 */
function comparisonOf(granularity: Granularity, groupBy: UsageGroup): string {
  return `
    with counted as (
      select organization_id, environment, ${startSql[granularity]} as start, ${groupSql[groupBy]} as "group",
        ${countedSql}
      from usage_hour where hour >= (select kept_from from usage_closed) group by 1, 2, 3, 4),
    summed as (
      select organization_id, environment, start, "group", served, refused, failed from usage_sum
      where granularity = '${granularity}' and group_by = '${groupBy}' and start >= (select kept_from from usage_closed)),
    ${forgottenOf(granularity, groupBy)}
    sides as (
      select organization_id, environment, start, "group", served as countedServed, refused as countedRefused,
        failed as countedFailed, 0 as served, 0 as refused, 0 as failed
      from counted
      union all
      select organization_id, environment, start, "group", 0, 0, 0, served, refused, failed from summed),
    compared as (
      select organization_id as organizationId, environment, start, "group",
        sum(countedServed) as countedServed, sum(countedRefused) as countedRefused, sum(countedFailed) as countedFailed,
        sum(served) as served, sum(refused) as refused, sum(failed) as failed
      from sides group by 1, 2, 3, 4
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
