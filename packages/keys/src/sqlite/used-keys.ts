import type { Database } from "better-sqlite3";
import type { KeyId, OrganizationId } from "../id.ts";
import type { KeySpan } from "../usage-log.ts";

const usedKeys = `
  select distinct key_id from secret_use
  where organization_id = @organizationId and key_id between @first and @last and at >= @since`;

export function prepareUsedKeys(database: Database) {
  type Asked = KeySpan & { readonly organizationId: OrganizationId };
  const select = database.prepare<Asked, KeyId>(usedKeys).pluck();
  return (organizationId: OrganizationId, { first, last, since }: KeySpan): ReadonlySet<KeyId> =>
    new Set(select.all({ organizationId, first, last, since }));
}
