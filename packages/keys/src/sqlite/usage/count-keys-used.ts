import type { Database } from "better-sqlite3";
import type { OrganizationId } from "../../id.ts";

const countKeys = `
  select count(distinct key_id) from secret_use where organization_id = ? and at >= ?`;

export function prepareCountKeysUsed(database: Database) {
  const count = database.prepare<[OrganizationId, number], number>(countKeys).pluck();
  return (organizationId: OrganizationId, since: number): number => count.get(organizationId, since) ?? 0;
}
