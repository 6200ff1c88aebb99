import type { Database } from "better-sqlite3";
import type { OrganizationId } from "../../id.ts";
import type { LastUse } from "../../usage/usage.ts";

const selectLastUses = `
  select public_key_id as publicKeyId, organization_id as organizationId, key_id as keyId, at, address,
    user_agent as userAgent, method, route, status,
    requests, requests_retiring as requestsRetiring
  from secret_use
  -- Behind a plus, or SQLite goes through all secrets of the organization.
  where +organization_id = ? and public_key_id in (select value from json_each(?))`;

export function prepareLastUses(database: Database) {
  const lastUses = database.prepare<[OrganizationId, string], LastUse>(selectLastUses);
  return (organizationId: OrganizationId, publicKeyIds: readonly string[]): ReadonlyMap<string, LastUse> => {
    const rows = lastUses.all(organizationId, JSON.stringify(publicKeyIds));
    return new Map(rows.map((row) => [row.publicKeyId, row]));
  };
}
