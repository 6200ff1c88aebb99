import type { Database } from "better-sqlite3";
import { granularities, hourMs, startOf, type Granularity } from "../../usage/granularity.ts";
import { noUsage, outcomeOf, usageGroups, type UsageCount, type UsageGroup } from "../../usage/usage.ts";
import { groupOf, type Tally } from "./tally.ts";

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

/** What is added to one of the sums. */
interface Sum extends Pick<Tally, "organizationId" | "environment">, UsageCount {
  readonly granularity: Granularity;
  readonly groupBy: UsageGroup;
  /** Hours since 1970. */
  readonly start: number;
  readonly group: string;
}

/** To be run in a transaction: adds what was counted to the hours and the sums. */
export type FileTallies = (tallies: readonly Tally[]) => void;

export function prepareFileTallies(database: Database): FileTallies {
  const closedUntil = database.prepare<[], number>("select end from usage_closed").pluck();
  const addToHour = database.prepare<Tally>(upsertHour);
  const addToSum = database.prepare<Sum>(upsertSum);

  return (tallies) => {
    // What comes too late is counted at the line behind which nothing is counted any more.
    const line = closedUntil.get() ?? 0;
    const counted = tallies.map((tally) => (tally.hour < line ? { ...tally, hour: line } : tally));
    for (const tally of counted) addToHour.run(tally);
    for (const sum of sumsOf(counted)) addToSum.run(sum);
  };
}

/** Of one hour, by what is told apart and what it is. */
type HourCounts = Readonly<Record<UsageGroup, Map<string, Record<keyof UsageCount, number>>>>;

interface Hour extends Pick<Tally, "organizationId" | "environment" | "hour"> {
  readonly counts: HourCounts;
}

function* sumsOf(tallies: readonly Tally[]): Iterable<Sum> {
  for (const { organizationId, environment, hour, counts } of hoursOf(tallies)) {
    for (const granularity of granularities) {
      const start = startOf(granularity, hour * hourMs) / hourMs;
      for (const groupBy of usageGroups) {
        for (const [group, count] of counts[groupBy]) {
          yield { organizationId, environment, granularity, groupBy, start, group, ...count };
        }
      }
    }
  }
}

function hoursOf(tallies: readonly Tally[]): Iterable<Hour> {
  const hours = new Map<string, Hour>();
  for (const tally of tallies) {
    const { organizationId, environment, hour } = tally;
    const name = `${organizationId} ${environment} ${hour}`;
    const known = hours.get(name) ?? { organizationId, environment, hour, counts: nothingCounted() };
    hours.set(name, known);
    addTo(known.counts, tally);
  }
  return hours.values();
}

function addTo(counts: HourCounts, tally: Tally): void {
  const outcome = outcomeOf({ refused: tally.refused === 1, status: tally.statusClass * 100 });
  for (const groupBy of usageGroups) {
    const group = groupOf(groupBy, tally);
    const count = counts[groupBy].get(group) ?? { ...noUsage };
    counts[groupBy].set(group, count);
    count[outcome] += tally.requests;
  }
}

function nothingCounted(): HourCounts {
  return { key: new Map(), route: new Map(), status: new Map(), cause: new Map(), none: new Map() };
}
