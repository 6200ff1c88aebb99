import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { granularities, hourMs, type Granularity } from "../../usage/granularity.ts";
import type { OrganizationId } from "../../id.ts";
import { addUsage, noUsage, usageGroups, type UsageBucket, type UsageGroup } from "../../usage/usage.ts";
import type { SecretUsageQuery } from "../../usage/usage-log.ts";
import { countedSql, groupSql, startSql } from "./bucket-sql.ts";

/** Hours since 1970 instead of times, and a text for every group. */
type Row = UsageBucket & { readonly group: string };

/** As much as is read in one turn: some milliseconds, in which no request is answered. */
const sliceHours = 7 * 24;

/** The hours are not kept in the order of secrets: each hour of each secret is looked up by itself. */
function selectOf(granularity: Granularity, groupBy: UsageGroup): string {
  return `
    with hours (hour) as (select @from union all select hour + 1 from hours where hour + 1 < @to),
    counted as (
      select usage_hour.hour as hour, key_id, route, status_class, refused, cause, requests
      from hours cross join json_each(@publicKeyIds) as wanted cross join usage_hour
        on organization_id = @organizationId and usage_hour.hour = hours.hour and public_key_id = wanted.value)
    select ${startSql[granularity]} as start, ${groupSql[groupBy]} as "group", ${countedSql}
    from counted
    group by 1, 2`;
}

/**
 * Prepares what some secrets were used for. A range is read slice by slice, so that requests are answered in between.
 */
export function prepareSumOfSecrets(database: Database) {
  const selects = new Map(
    granularities.flatMap((granularity) =>
      usageGroups.map((groupBy) => [
        `${granularity} ${groupBy}`,
        database.prepare<object, Row>(selectOf(granularity, groupBy)),
      ]),
    ),
  );
  return async (organizationId: OrganizationId, query: SecretUsageQuery): Promise<readonly UsageBucket[]> => {
    const { granularity, groupBy } = query;
    const select = selects.get(`${granularity} ${groupBy}`);
    const publicKeyIds = JSON.stringify(query.publicKeyIds);
    const end = Math.ceil(query.to / hourMs);
    const rows: Row[] = [];
    for (let from = Math.floor(query.from / hourMs); from < end; from += sliceHours) {
      const to = Math.min(end, from + sliceHours);
      rows.push(...(select?.all({ organizationId, publicKeyIds, from, to }) ?? []));
      if (to < end) await nextTurn();
    }
    return together(rows).map(({ start, group, ...count }) => {
      return { start: start * hourMs, group: groupBy === "none" ? null : group, ...count };
    });
  };
}

/** A bucket can lie in two slices. */
function together(rows: readonly Row[]): readonly Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const name = `${row.start} ${row.group}`;
    sums.set(name, { ...row, ...addUsage(row, sums.get(name) ?? noUsage) });
  }
  return [...sums.values()].toSorted((a, b) => a.start - b.start || (a.group < b.group ? -1 : 1));
}
