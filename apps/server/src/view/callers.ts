import { isId, type ApiKey, type Connection, type OrganizationId } from "@katkey/keys";
import type { Services } from "../services.ts";

/** What requests are counted and refused by: keys and, by their grants, apps. */
export interface Callers {
  readonly keys: ReadonlyMap<string, ApiKey>;
  readonly connections: ReadonlyMap<string, Connection>;
}

/** Those of these ids that the organization has. */
export async function callersOf(
  { desk }: Pick<Services, "desk">,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<Callers> {
  const keyIds = [...new Set(ids.filter((id) => isId("key", id)))];
  const keys = keyIds.length === 0 ? [] : await desk.store.findKeys(organizationId, keyIds);
  const grantIds = [...new Set(ids.filter((id) => isId("grt", id)))];
  const connections =
    grantIds.length === 0 ? [] : await desk.grants.findConnections(organizationId, grantIds);
  return {
    keys: new Map(keys.map((key) => [key.id, key])),
    connections: new Map(connections.map((connection) => [connection.grant.id, connection])),
  };
}
