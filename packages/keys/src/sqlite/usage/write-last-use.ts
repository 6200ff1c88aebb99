import type { Database } from "better-sqlite3";
import type { LastUse } from "../../usage/usage.ts";

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

export function prepareWriteLastUse(database: Database): (last: LastUse) => void {
  const upsert = database.prepare<LastUse>(upsertLastUse);
  return (last) => void upsert.run(last);
}
