import type { Database } from "better-sqlite3";
import { granularities, hourMs, type Granularity } from "../granularity.ts";
import type { OrganizationId } from "../id.ts";
import { usageGroups, type UsageBucket, type UsageGroup } from "../usage.ts";
import type { SecretUsageQuery } from "../usage-log.ts";
import { countedSql, groupSql, startSql } from "./bucket-sql.ts";
import { hourCounted } from "./tally.ts";

type Row = UsageBucket & { readonly group: string };

/** The hours are not kept in the order of secrets: each hour of each secret is looked up by itself. */
function selectOf(granularity: Granularity, groupBy: UsageGroup): string {
  return `
    with hours (hour) as (select @from union all select hour + 1 from hours where hour + 1 < @to),
    counted as (
      select usage_hour.hour as hour, key_id, route, status_class, refused, cause, requests
      from hours cross join json_each(@publicKeyIds) as wanted cross join usage_hour
        on organization_id = @organizationId and usage_hour.hour = hours.hour and public_key_id = wanted.value
      union all
      select ${hourCounted}, key_id, route, status_class, refused, cause, requests
      from json_each(@publicKeyIds) as wanted cross join tally on public_key_id = wanted.value
      where organization_id = @organizationId)
    select ${startSql[granularity]} as start, ${groupSql[groupBy]} as "group", ${countedSql}
    from counted where hour >= @from and hour < @to
    group by 1, 2 order by 1, 2`;
}

/** Prepares what some secrets were used for: what was filed, and what was tallied since, from one state of the file. */
export function prepareSumOfSecrets(database: Database) {
  const selects = new Map(
    granularities.flatMap((granularity) =>
      usageGroups.map((groupBy) => [
        `${granularity} ${groupBy}`,
        database.prepare<object, Row>(selectOf(granularity, groupBy)),
      ]),
    ),
  );
  return (organizationId: OrganizationId, query: SecretUsageQuery): readonly UsageBucket[] => {
    const { granularity, groupBy, from, to } = query;
    const hours = { from: Math.floor(from / hourMs), to: Math.ceil(to / hourMs) };
    const publicKeyIds = JSON.stringify(query.publicKeyIds);
    const rows = selects.get(`${granularity} ${groupBy}`)?.all({ organizationId, publicKeyIds, ...hours });
    return (rows ?? []).map(({ start, group, ...count }) => {
      return { start: start * hourMs, group: groupBy === "none" ? null : group, ...count };
    });
  };
}
