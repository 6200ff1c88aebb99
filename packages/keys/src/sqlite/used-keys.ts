import type { Database } from "better-sqlite3";
import type { KeyId, OrganizationId } from "../id.ts";
import type { KeySpan } from "../usage-log.ts";
import { idsIn } from "./keys-ever-used.ts";

// As one text, because rows cost more to hand over than to find.
const usedKeys = `
  select json_group_array(distinct key_id) from secret_use
  where organization_id = @organizationId and key_id between @first and @last and at >= @since`;

export function prepareUsedKeys(database: Database) {
  type Asked = KeySpan & { readonly organizationId: OrganizationId };
  const select = database.prepare<Asked, string>(usedKeys).pluck();
  return (organizationId: OrganizationId, { first, last, since }: KeySpan): ReadonlySet<KeyId> =>
    new Set(idsIn(select.get({ organizationId, first, last, since }) ?? "[]"));
}
