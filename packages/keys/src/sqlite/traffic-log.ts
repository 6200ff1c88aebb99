import type { Database } from "better-sqlite3";
import { hourMs } from "../granularity.ts";
import type { OrganizationId } from "../id.ts";
import { refusalsKeptDays, type Client, type Peak, type Refusal, type TrafficLog } from "../traffic-log.ts";
import { isBusy } from "./busy.ts";
import { createNoted } from "./noted.ts";
import { prepareWriteNoted } from "./write-noted.ts";

const dayMs = 24 * hourMs;
const pauseMs = 1_000;

const selectClients = `
  select public_key_id as publicKeyId, address, nullif(user_agent, '') as userAgent,
    sum(requests) as requests, sum(refused) as refused, min(first_at) as firstAt, max(last_at) as lastAt
  from json_each(@publicKeyIds) as wanted cross join usage_client
    on public_key_id = wanted.value and day >= @day and organization_id = @organizationId
  group by public_key_id, address, user_agent
  order by lastAt desc`;
const selectPeak = `
  select at, requests, "limit" from usage_peak
  where organization_id = @organizationId and hour >= @hour
  order by cast(requests as real) / "limit" desc, at desc limit 1`;
const selectRefusal = `
  select at, what from refusal
  where organization_id = @organizationId and request_id = @requestId and at >= @since`;

/** Keeps what was noticed beside the counts, in the same file. `onFailure` hears when it cannot be written. */
export function createSqliteTrafficLog(database: Database, onFailure: (cause: unknown) => void): TrafficLog {
  const { noted, ...notes } = createNoted();
  const writeNoted = prepareWriteNoted(database);
  const write = database.transaction((now: number) => writeNoted(noted, now));
  const clients = database.prepare<object, Client>(selectClients);
  const peak = database.prepare<object, Peak>(selectPeak);
  const refusal = database.prepare<object, { at: number; what: string }>(selectRefusal);
  let latest = 0;
  let due: NodeJS.Timeout | null = null;

  function flush(): void {
    if (due !== null) clearTimeout(due);
    due = null;
    if (notes.isEmpty()) return;
    try {
      write.immediate(latest);
      notes.clear();
      latest = 0;
    } catch (cause) {
      if (!isBusy(cause)) onFailure(cause);
      soon(latest);
    }
  }

  function soon(at: number): void {
    latest = Math.max(latest, at);
    due ??= setTimeout(flush, pauseMs).unref();
  }

  return {
    noteClient(use) {
      notes.addClient(use);
      soon(use.at);
    },

    noteWindow(organizationId, window) {
      notes.addPeak(organizationId, window);
      soon(window.at);
    },

    noteRefusal(one) {
      notes.addRefusal(one);
      soon(one.at);
    },

    async clients(organizationId, { publicKeyIds, since }) {
      flush();
      const day = Math.floor(since / dayMs);
      return clients.all({ organizationId, publicKeyIds: JSON.stringify(publicKeyIds), day });
    },

    async peak(organizationId, { since }) {
      flush();
      return peak.get({ organizationId, hour: Math.floor(since / hourMs) }) ?? null;
    },

    async findRefusal(organizationId, requestId, now) {
      flush();
      const found = refusal.get({ organizationId, requestId, since: now - refusalsKeptDays * dayMs });
      return found === undefined ? null : refusalOf(organizationId, requestId, found);
    },

    close: flush,
  };
}

function refusalOf(
  organizationId: OrganizationId,
  requestId: string,
  { at, what }: { readonly at: number; readonly what: string },
): Refusal {
  const rest: Omit<Refusal, "organizationId" | "requestId" | "at"> = JSON.parse(what);
  return { organizationId, requestId, at, ...rest };
}
