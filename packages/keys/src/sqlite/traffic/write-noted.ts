import type { Database } from "better-sqlite3";
import { dayMs, hourMs } from "../../usage/granularity.ts";
import { mostRefusals, peaksKeptDays, refusalsKeptDays, type Refusal } from "../../traffic/traffic-log.ts";
import type { Noted, NotedPeak } from "./noted.ts";

/** As many old rows of each kind as one write forgets. */
const forgottenAtOnce = 500;

const upsertPeak = `
  insert into usage_peak (organization_id, hour, at, requests, "limit")
  values (@organizationId, @hour, @at, @requests, @limit)
  on conflict do update set at = excluded.at, requests = excluded.requests, "limit" = excluded."limit"
    where excluded.requests * "limit" > requests * excluded."limit"`;
/** A client can name its requests itself, and twice alike: the last one is meant. */
const upsertRefusal = `
  insert into refusal (organization_id, request_id, public_key_id, at, what)
  values (@organizationId, @requestId, @publicKeyId, @at, @what)
  on conflict do update set public_key_id = excluded.public_key_id, at = excluded.at, what = excluded.what`;
const trimSecret = `
  delete from refusal where public_key_id = @publicKeyId and at <= (
    select at from refusal where public_key_id = @publicKeyId order by at desc limit 1 offset ${mostRefusals.secret})`;
const trimOrganization = `
  delete from refusal where organization_id = @organizationId and at <= (
    select at from refusal where organization_id = @organizationId
    order by at desc limit 1 offset ${mostRefusals.organization})`;

const forgetPeaks = `
  delete from usage_peak where (organization_id, hour) in (
    select organization_id, hour from usage_peak where hour < ? limit ${forgottenAtOnce})`;
const forgetRefusals = `
  delete from refusal where (organization_id, request_id) in (
    select organization_id, request_id from refusal where at < ? limit ${forgottenAtOnce})`;

/** To be run in a transaction. Forgets what is too old by the latest of what it writes. */
export function prepareWriteNoted(database: Database): (noted: Noted, now: number) => void {
  const peak = database.prepare<NotedPeak>(upsertPeak);
  const writeRefusals = prepareWriteRefusals(database);
  const forget = prepareForget(database);
  return ({ peaks, refusals }, now) => {
    for (const window of peaks.values()) peak.run(window);
    writeRefusals(refusals);
    forget(now);
  };
}

function prepareWriteRefusals(database: Database): (refusals: Noted["refusals"]) => void {
  const write = database.prepare<object>(upsertRefusal);
  const keepOfSecret = database.prepare<{ publicKeyId: string }>(trimSecret);
  const keepOfOrganization = database.prepare<{ organizationId: string }>(trimOrganization);
  return (refusals) => {
    const organizations = new Set<string>();
    for (const [publicKeyId, some] of refusals) {
      for (const one of some) {
        write.run(rowOf(one));
        organizations.add(one.organizationId);
      }
      keepOfSecret.run({ publicKeyId });
    }
    for (const organizationId of organizations) keepOfOrganization.run({ organizationId });
  };
}

function prepareForget(database: Database): (now: number) => void {
  const peaks = database.prepare<[number]>(forgetPeaks);
  const refusals = database.prepare<[number]>(forgetRefusals);
  return (now) => {
    peaks.run(Math.floor(now / hourMs) - 24 * peaksKeptDays);
    refusals.run(now - refusalsKeptDays * dayMs);
  };
}

function rowOf({ organizationId, requestId, at, ...what }: Refusal): object {
  const { publicKeyId } = what;
  return { organizationId, requestId, publicKeyId, at, what: JSON.stringify(what) };
}
