import type { Database } from "better-sqlite3";
import { hourMs, startOf } from "../granularity.ts";
import type { OrganizationId } from "../id.ts";
import { addUsage, noUsage, requestsOf, type GroupUsage } from "../usage.ts";
import type { UsageRanking } from "../usage-log.ts";
import { countOf, groupOf, prepareTalliesOf, type Tally } from "./tally.ts";

const selectGroups = `
  select "group", sum(served) as served, sum(refused) as refused, sum(failed) as failed
  from usage_sum
  where organization_id = @organizationId and granularity = @granularity and group_by = @groupBy
    and start >= @from and start < @to
    and (@environment is null or environment = @environment)
  group by "group"`;

/** Prepares the ranking of groups: what was filed, and what was tallied since, from one state of the file. */
export function prepareRankUsage(database: Database) {
  const groups = database.prepare<object, GroupUsage>(selectGroups);
  const tallies = prepareTalliesOf(database);
  return database.transaction((organizationId: OrganizationId, ranking: UsageRanking) => {
    const asked = { organizationId, environment: null, ...ranking };
    const hours = { from: ranking.from / hourMs, to: ranking.to / hourMs };
    const sums = new Map(groups.all({ ...asked, ...hours }).map((row) => [row.group, row]));
    for (const tally of tallies(asked).filter((tally) => isWithin(tally, ranking))) {
      const group = groupOf(ranking.groupBy, tally);
      sums.set(group, { group, ...addUsage(countOf(tally), sums.get(group) ?? noUsage) });
    }
    return [...sums.values()].toSorted(byRequests);
  });
}

function isWithin({ hour }: Tally, { granularity, from, to }: UsageRanking): boolean {
  const start = startOf(granularity, hour * hourMs);
  return start >= from && start < to;
}

function byRequests(a: GroupUsage, b: GroupUsage): number {
  return requestsOf(b) - requestsOf(a) || (a.group < b.group ? -1 : 1);
}
