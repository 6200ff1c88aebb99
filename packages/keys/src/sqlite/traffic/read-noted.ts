import type { Database } from "better-sqlite3";
import { dayMs, hourMs } from "../../usage/granularity.ts";
import type { OrganizationId } from "../../id.ts";
import { refusalsKeptDays, type Peak, type Refusal, type RefusalQuery } from "../../traffic/traffic-log.ts";

const selectPeak = `
  select at, requests, "limit" from usage_peak
  where organization_id = @organizationId and hour >= @hour
  order by cast(requests as real) / "limit" desc, at desc limit 1`;
const selectRefusal = `
  select request_id as requestId, at, what from refusal
  where organization_id = @organizationId and request_id = @requestId and at >= @since`;
/** Few enough to be looked through, each of which is a text to read. */
const lookedThrough = 1_000;
const selectRefusals = `
  select request_id as requestId, at, what from (
    select * from refusal where organization_id = @organizationId and at >= @since
    order by at desc limit ${lookedThrough})
  where @keyId is null or what ->> 'keyId' = @keyId
  order by at desc limit @limit`;

/** Prepares the questions to what was noted and written. */
export function prepareReadNoted(database: Database) {
  const peak = database.prepare<object, Peak>(selectPeak);
  const refusal = database.prepare<object, RefusalRow>(selectRefusal);
  const refusals = database.prepare<object, RefusalRow>(selectRefusals);
  return {
    peak(organizationId: OrganizationId, { since }: { readonly since: number }): Peak | null {
      return peak.get({ organizationId, hour: Math.floor(since / hourMs) }) ?? null;
    },

    refusal(organizationId: OrganizationId, requestId: string, now: number): Refusal | null {
      const found = refusal.get({ organizationId, requestId, since: keptSince(now) });
      return found === undefined ? null : refusalOf(organizationId, found);
    },

    refusals(organizationId: OrganizationId, { keyId, now, limit }: RefusalQuery): readonly Refusal[] {
      const found = refusals.all({ organizationId, keyId: keyId ?? null, limit, since: keptSince(now) });
      return found.map((row) => refusalOf(organizationId, row));
    },
  };
}

interface RefusalRow {
  readonly requestId: string;
  readonly at: number;
  /** The rest of it, as JSON. */
  readonly what: string;
}

function refusalOf(organizationId: OrganizationId, { requestId, at, what }: RefusalRow): Refusal {
  const rest: Omit<Refusal, "organizationId" | "requestId" | "at"> = JSON.parse(what);
  return { organizationId, requestId, at, ...rest };
}

function keptSince(now: number): number {
  return now - refusalsKeptDays * dayMs;
}
