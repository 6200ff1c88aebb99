import type { Database } from "better-sqlite3";

/** The first hundred keys that the audit log calls revoked and their rows do not: an older row with its seal was put back. */
export function findRevived(database: Database): readonly string[] {
  return database
    .prepare<[], string>(
      `select id from api_key k where revoked_at is null and exists (
         select 1 from audit_entry a
         where a.organization_id = k.organization_id and a.object_id = k.id and a.action = 'key.revoked')
       order by id limit 100`,
    )
    .pluck()
    .all();
}
