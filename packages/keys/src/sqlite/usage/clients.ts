import type { Database } from "better-sqlite3";
import { dayMs } from "../../usage/granularity.ts";
import type { OrganizationId } from "../../id.ts";
import type { Client, ClientQuery } from "../../usage/client.ts";

const selectClients = `
  select public_key_id as publicKeyId, address, nullif(user_agent, '') as userAgent,
    sum(requests) as requests, sum(refused) as refused, min(first_at) as firstAt, max(last_at) as lastAt
  from json_each(@publicKeyIds) as wanted cross join usage_client
    on public_key_id = wanted.value and day >= @day and organization_id = @organizationId
  group by public_key_id, address, user_agent
  order by lastAt desc`;

export function prepareClients(database: Database) {
  const clients = database.prepare<object, Client>(selectClients);
  return (organizationId: OrganizationId, { publicKeyIds, since }: ClientQuery): readonly Client[] => {
    const day = Math.floor(since / dayMs);
    return clients.all({ organizationId, publicKeyIds: JSON.stringify(publicKeyIds), day });
  };
}
