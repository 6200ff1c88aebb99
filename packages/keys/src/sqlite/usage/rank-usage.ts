import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { hourMs, type Granularity } from "../../usage/granularity.ts";
import type { OrganizationId } from "../../id.ts";
import { addUsage, noUsage, requestsOf, type GroupUsage } from "../../usage/usage.ts";
import type { UsageRanking } from "../../usage/usage-log.ts";

const selectGroups = `
  select "group", sum(served) as served, sum(refused) as refused, sum(failed) as failed
  from usage_sum
  where organization_id = @organizationId and granularity = @granularity and group_by = @groupBy
    and start >= @from and start < @to
    and (@environment is null or environment = @environment)
  group by "group"`;

/** As much as is read in one turn: of tens of thousands of keys, some fiftieths of a second. */
const sliceHours = { hour: 24, day: 24, month: 31 * 24 } as const satisfies Record<Granularity, number>;

/**
 * Prepares the ranking of groups. A range is read slice by slice, so that requests are answered in between.
 */
export function prepareRankUsage(database: Database) {
  const groups = database.prepare<object, GroupUsage>(selectGroups);
  return async (organizationId: OrganizationId, ranking: UsageRanking) => {
    const sums = new Map<string, GroupUsage>();
    const add = (found: Iterable<GroupUsage>) => {
      for (const { group, ...count } of found) {
        sums.set(group, { group, ...addUsage(count, sums.get(group) ?? noUsage) });
      }
    };
    const asked = { organizationId, environment: null, ...ranking };
    const end = ranking.to / hourMs;
    const step = sliceHours[ranking.granularity];
    let from = ranking.from / hourMs;
    for (; from + step < end; from += step) {
      add(groups.all({ ...asked, from, to: from + step }));
      await nextTurn();
    }
    add(groups.all({ ...asked, from, to: end }));
    return [...sums.values()].toSorted(byRequests);
  };
}

function byRequests(a: GroupUsage, b: GroupUsage): number {
  return requestsOf(b) - requestsOf(a) || (a.group < b.group ? -1 : 1);
}
