import type { Database } from "better-sqlite3";
import { granularities, hourMs, startOf, type Granularity } from "../../usage/granularity.ts";
import { addUsage, noUsage, usageGroups, type UsageCount, type UsageGroup } from "../../usage/usage.ts";
import { countOf, groupOf, tallyColumns, type Tally } from "./tally.ts";

/** How many tallies are filed in one transaction: some milliseconds, in which no request is answered. */
const batch = 200;

const takeTallies = `
  delete from tally
  where (public_key_id, hour, route, status_class, refused, cause) in (
    select public_key_id, hour, route, status_class, refused, cause from tally where hour < ? limit ?)
  returning ${tallyColumns}`;
const upsertHour = `
  insert into usage_hour (
    organization_id, hour, environment, key_id, public_key_id, route, status_class, refused, cause, requests)
  values (
    @organizationId, @hour, @environment, @keyId, @publicKeyId, @route, @statusClass, @refused, @cause, @requests)
  on conflict do update set requests = requests + excluded.requests`;
const upsertSum = `
  insert into usage_sum (organization_id, granularity, group_by, start, "group", environment, served, refused, failed)
  values (@organizationId, @granularity, @groupBy, @start, @group, @environment, @served, @refused, @failed)
  on conflict do update set
    served = served + excluded.served, refused = refused + excluded.refused, failed = failed + excluded.failed`;

/** A tally's share in one of the sums. */
interface Share extends UsageCount, Pick<Tally, "organizationId" | "environment"> {
  readonly granularity: Granularity;
  readonly groupBy: UsageGroup;
  /** Hours since 1970. */
  readonly start: number;
  readonly group: string;
}

/** Moves what was tallied into the hours and the sums. Returns how many tallies there were, `batch` at most. */
export type FileTallies = (before?: number) => number;

/** To be run in a transaction. `before`: of hours before this one only. */
export function prepareFileTallies(database: Database): FileTallies {
  const take = database.prepare<[number, number], Tally>(takeTallies);
  const insertHour = database.prepare<Tally>(upsertHour);
  const addToSum = database.prepare<Share>(upsertSum);

  return (before = Number.MAX_SAFE_INTEGER) => {
    const tallies = take.all(before, batch);
    for (const tally of tallies) insertHour.run(tally);
    for (const sum of sumsOf(tallies)) addToSum.run(sum);
    return tallies.length;
  };
}

function sumsOf(tallies: readonly Tally[]): Iterable<Share> {
  const sums = new Map<string, Share>();
  for (const share of tallies.flatMap(sharesOf)) {
    const { organizationId, granularity, groupBy, start, group, environment } = share;
    const name = `${organizationId} ${granularity} ${groupBy} ${start} ${environment} ${group}`;
    sums.set(name, { ...share, ...addUsage(share, sums.get(name) ?? noUsage) });
  }
  return sums.values();
}

function sharesOf(tally: Tally): readonly Share[] {
  const { organizationId, environment, hour } = tally;
  const count = countOf(tally);
  return granularities.flatMap((granularity) => {
    const start = startOf(granularity, hour * hourMs) / hourMs;
    return usageGroups.map((groupBy) => {
      return {
        organizationId,
        environment,
        granularity,
        groupBy,
        start,
        group: groupOf(groupBy, tally),
        ...count,
      };
    });
  });
}
