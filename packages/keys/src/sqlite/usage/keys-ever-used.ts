import type { Database } from "better-sqlite3";
import type { KeyId, OrganizationId } from "../../id.ts";
import { prepareListIds } from "../list-ids.ts";

const nextKeys = `
  select distinct key_id from secret_use where organization_id = ? and key_id > ? order by key_id limit ?`;

export function prepareKeysEverUsed(
  database: Database,
): (organizationId: OrganizationId) => Promise<readonly KeyId[]> {
  return prepareListIds(database, nextKeys);
}
