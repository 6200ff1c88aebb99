import type { Database } from "better-sqlite3";
import { dayMs, hourMs } from "../../usage/granularity.ts";
import {
  clientsKeptDays,
  mostClients,
  mostRefusals,
  refusalsKeptDays,
  type Refusal,
} from "../../traffic/traffic-log.ts";
import { withoutName, type Noted, type NotedClient, type NotedPeak } from "./noted.ts";

/** As many old rows of each kind as one write forgets. */
const forgottenAtOnce = 500;

const addToClient = `
  update usage_client set
    requests = requests + @requests, refused = refused + @refused,
    first_at = min(first_at, @firstAt), last_at = max(last_at, @lastAt)
  where public_key_id = @publicKeyId and day = @day and address = @address and user_agent = @userAgent`;
const insertClient = `
  insert into usage_client (
    public_key_id, day, address, user_agent, organization_id, requests, refused, first_at, last_at)
  values (@publicKeyId, @day, @address, @userAgent, @organizationId, @requests, @refused, @firstAt, @lastAt)`;
const countClients = "select count(*) from usage_client where public_key_id = @publicKeyId and day = @day";
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

const forgetClients = `
  delete from usage_client where (public_key_id, day, address, user_agent) in (
    select public_key_id, day, address, user_agent from usage_client where day < ? limit ${forgottenAtOnce})`;
const forgetPeaks = `
  delete from usage_peak where (organization_id, hour) in (
    select organization_id, hour from usage_peak where hour < ? limit ${forgottenAtOnce})`;
const forgetRefusals = `
  delete from refusal where (organization_id, request_id) in (
    select organization_id, request_id from refusal where at < ? limit ${forgottenAtOnce})`;

/** Adds to a client, of which a secret has so many a day; what is too many is added to the one without an address. */
export function prepareWriteClient(database: Database): (client: NotedClient) => void {
  const add = database.prepare<NotedClient>(addToClient);
  const insert = database.prepare<NotedClient>(insertClient);
  const count = database.prepare<NotedClient, number>(countClients).pluck();
  return (client) => {
    if (add.run(client).changes > 0) return;
    const isOneTooMany = (count.get(client) ?? 0) >= mostClients;
    const known = isOneTooMany ? withoutName(client) : client;
    if (isOneTooMany && add.run(known).changes > 0) return;
    insert.run(known);
  };
}

/** To be run in a transaction. Forgets what is too old by the latest of what it writes. */
export function prepareWriteNoted(database: Database): (noted: Noted, now: number) => void {
  const writeClient = prepareWriteClient(database);
  const peak = database.prepare<NotedPeak>(upsertPeak);
  const writeRefusals = prepareWriteRefusals(database);
  const forget = prepareForget(database);
  return ({ clients, peaks, refusals }, now) => {
    for (const client of clients.values()) writeClient(client);
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
  const clients = database.prepare<[number]>(forgetClients);
  const peaks = database.prepare<[number]>(forgetPeaks);
  const refusals = database.prepare<[number]>(forgetRefusals);
  return (now) => {
    clients.run(Math.floor(now / dayMs) - clientsKeptDays);
    peaks.run(Math.floor(now / hourMs) - 24 * clientsKeptDays);
    refusals.run(now - refusalsKeptDays * dayMs);
  };
}

function rowOf({ organizationId, requestId, at, ...what }: Refusal): object {
  const { publicKeyId } = what;
  return { organizationId, requestId, publicKeyId, at, what: JSON.stringify(what) };
}
