import type { Database } from "better-sqlite3";
import type { OrganizationId } from "../../id.ts";
import { ceilingOf, hourMs } from "../../usage/granularity.ts";
import type { UsageBucket } from "../../usage/usage.ts";
import type { UsageQuery } from "../../usage/usage-log.ts";

/** Hours since 1970 instead of times, and a text for every group. */
type Row = UsageBucket & { readonly group: string };

const selectSums = `
  select start, "group", sum(served) as served, sum(refused) as refused, sum(failed) as failed
  from usage_sum
  where organization_id = @organizationId and granularity = @granularity and group_by = @groupBy
    and start >= max(@from, @afterStart) and start < @to and (start, "group") > (@afterStart, @afterGroup)
    and (@environment is null or environment = @environment)
  group by start, "group"
  order by start, "group"
  limit @limit`;

/** Of some groups each row is looked up by itself: a range of many keys has many more rows than are asked for. */
const selectSumsOfGroups = `
  select start, "group", sum(served) as served, sum(refused) as refused, sum(failed) as failed
  from json_each(@starts) as at cross join (select distinct value from json_each(@groups)) as wanted
    cross join usage_sum on organization_id = @organizationId and granularity = @granularity
      and group_by = @groupBy and start = at.value and "group" = wanted.value
  where (start, "group") > (@afterStart, @afterGroup)
    and (@environment is null or environment = @environment)
  group by start, "group"
  order by start, "group"
  limit @limit`;

/** Prepares the answer to a question. */
export function prepareSumUsage(database: Database) {
  const sums = database.prepare<object, Row>(selectSums);
  const sumsOfGroups = database.prepare<object, Row>(selectSumsOfGroups);
  return (organizationId: OrganizationId, query: UsageQuery): readonly UsageBucket[] => {
    const hours = { from: query.from / hourMs, to: query.to / hourMs, ...behind(query) };
    const asked = { organizationId, environment: null, ...query, ...hours, limit: query.limit ?? -1 };
    const rows =
      query.groups === undefined
        ? sums.all(asked)
        : sumsOfGroups.all({ ...asked, groups: JSON.stringify(query.groups), starts: startsOf(query) });
    return rows.map(({ start, group, ...count }) => {
      return { start: start * hourMs, group: query.groupBy === "none" ? null : group, ...count };
    });
  };
}

/** Hours since 1970, as JSON: where each bucket of the range can begin. */
function startsOf({ granularity, from, to }: UsageQuery): string {
  const starts: number[] = [];
  for (let start = from; start < to; start = ceilingOf(granularity, start + 1)) starts.push(start / hourMs);
  return JSON.stringify(starts);
}

/** Where the page before ended. */
function behind({ after }: UsageQuery) {
  return { afterStart: after === undefined ? -1 : after.start / hourMs, afterGroup: after?.group ?? "" };
}
