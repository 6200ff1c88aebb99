import type { Database } from "better-sqlite3";

/** By key, in usage.db: by what was counted, and by the last uses. */
export function countedUses(database: Database): ReadonlyMap<string, readonly [number, number]> {
  const rows = database
    .prepare<[], [string, number, number]>(
      // A kill in the middle of filing leaves uses in the journal of which some are filed.
      `with journalled as (
        select value ->> 'keyId' as key_id, value ->> 'requests' as requests, use_journal.id <= up_to as begun,
          'seen ' || (value ->> 'publicKeyId') <= filed_to as seen,
          'tallied ' || (value ->> 'organizationId') || ' ' || (value ->> 'publicKeyId') <= filed_to as tallied
        from filing, use_journal, json_each(uses)),
      counted as (
        select key_id, requests from usage_hour
        union all select key_id, requests from journalled where not (begun and tallied)),
      used as (
        select key_id, requests from secret_use
        union all select key_id, requests from journalled where not (begun and seen))
      select key_id, sum(requests), (select sum(requests) from used where used.key_id = counted.key_id)
      from counted group by key_id`,
    )
    .raw()
    .all();
  return new Map(rows.map(([keyId, ...counts]) => [keyId, counts]));
}
