import type { Database } from "better-sqlite3";
import {
  addUsage,
  granularities,
  hourMs,
  noUsage,
  outcomeOf,
  startOf,
  usageGroups,
  type Granularity,
  type UsageCount,
  type UsageGroup,
} from "../usage.ts";
import type { Tally } from "./write-uses.ts";

/** How many tallies are filed in one transaction: some milliseconds, in which no request is answered. */
const batch = 200;

const selectClosed = "select end from usage_closed";
const selectTallies = `
  select public_key_id as publicKeyId, hour, route, status_class as statusClass, refused,
    organization_id as organizationId, environment, key_id as keyId, requests
  from tally where hour < ? limit ?`;
const deleteTally = `
  delete from tally
  where public_key_id = @publicKeyId and hour = @hour and route = @route and status_class = @statusClass and refused = @refused`;
const upsertHour = `
  insert into usage_hour (organization_id, hour, environment, key_id, public_key_id, route, status_class, refused, requests)
  values (@organizationId, @hour, @environment, @keyId, @publicKeyId, @route, @statusClass, @refused, @requests)
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
  const closed = database.prepare<[], number>(selectClosed).pluck();
  const select = database.prepare<[number, number], Tally>(selectTallies);
  const remove = database.prepare<Tally>(deleteTally);
  const insertHour = database.prepare<Tally>(upsertHour);
  const addToSum = database.prepare<Share>(upsertSum);

  return (before = Number.MAX_SAFE_INTEGER) => {
    const end = closed.get() ?? 0;
    const tallies = select.all(before, batch);
    const filed = tallies.map((tally) => ({ ...tally, hour: Math.max(tally.hour, end) }));
    for (const tally of tallies) remove.run(tally);
    for (const tally of filed) insertHour.run(tally);
    for (const sum of sumsOf(filed)) addToSum.run(sum);
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

/** Of a tally, what is told by the question's group. */
export function groupOf(groupBy: UsageGroup, { keyId, route, statusClass }: Tally): string {
  const groups = { key: keyId, route, status: `${statusClass}xx`, none: "" } as const;
  return groups[groupBy];
}

export function countOf({ refused, statusClass, requests }: Tally): UsageCount {
  const outcome = outcomeOf({ refused: refused === 1, status: statusClass * 100 });
  return { ...noUsage, [outcome]: requests };
}
