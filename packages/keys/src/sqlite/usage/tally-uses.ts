import type { Database } from "better-sqlite3";
import { hourMs } from "../../usage/granularity.ts";
import { routeNameOf, type LastUse, type Use } from "../../usage/usage.ts";
import type { Tally } from "./tally.ts";

/** What is written later can be older. */
const upsertLastUse = `
  insert into secret_use (public_key_id, organization_id, key_id, at, address, user_agent, method, route, status,
    requests, requests_retiring)
  values (@publicKeyId, @organizationId, @keyId, @at, @address, @userAgent, @method, @route, @status,
    @requests, @requestsRetiring)
  on conflict (public_key_id) do update set
    at = max(at, excluded.at),
    address = iif(excluded.at < at, address, excluded.address),
    user_agent = iif(excluded.at < at, user_agent, excluded.user_agent),
    method = iif(excluded.at < at, method, excluded.method),
    route = iif(excluded.at < at, route, excluded.route),
    status = iif(excluded.at < at, status, excluded.status),
    requests = requests + excluded.requests,
    requests_retiring = requests_retiring + excluded.requests_retiring`;

const upsertTally = `
  insert into tally (public_key_id, hour, route, status_class, refused, cause, organization_id, environment, key_id, requests)
  values (@publicKeyId, @hour, @route, @statusClass, @refused, @cause, @organizationId, @environment, @keyId, @requests)
  on conflict do update set requests = requests + excluded.requests`;

/** To be run in a transaction: last uses and counts, all or none. */
export function prepareTallyUses(database: Database): (uses: readonly Use[]) => void {
  const lastUse = database.prepare<LastUse>(upsertLastUse);
  const tally = database.prepare<Tally>(upsertTally);
  return (uses) => {
    for (const last of lastUsesOf(uses)) lastUse.run(last);
    for (const count of talliesOf(uses)) tally.run(count);
  };
}

function lastUsesOf(uses: readonly Use[]): Iterable<LastUse> {
  const bySecret = new Map<string, LastUse>();
  for (const use of uses) {
    const before = bySecret.get(use.publicKeyId);
    const latest = before !== undefined && use.at < before.at ? before : use;
    const requests = (before?.requests ?? 0) + use.requests;
    const requestsRetiring = (before?.requestsRetiring ?? 0) + (use.retiring ? use.requests : 0);
    bySecret.set(use.publicKeyId, { ...latest, requests, requestsRetiring });
  }
  return bySecret.values();
}

function talliesOf(uses: readonly Use[]): Iterable<Tally> {
  const byName = new Map<string, Tally>();
  for (const use of uses) {
    const tally = tallyOf(use);
    const name = `${tally.publicKeyId} ${tally.hour} ${tally.statusClass} ${tally.refused} ${tally.cause} ${tally.route}`;
    const requests = (byName.get(name)?.requests ?? 0) + tally.requests;
    byName.set(name, { ...tally, requests });
  }
  return byName.values();
}

function tallyOf({ publicKeyId, organizationId, environment, keyId, ...use }: Use): Tally {
  return {
    publicKeyId,
    organizationId,
    environment,
    keyId,
    hour: Math.floor(use.at / hourMs),
    route: routeNameOf(use),
    statusClass: Math.floor(use.status / 100),
    refused: use.refused ? 1 : 0,
    cause: use.cause,
    requests: use.requests,
  };
}
