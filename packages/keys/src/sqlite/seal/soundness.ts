import type { Database } from "better-sqlite3";
import { intact, isSealing } from "./seal-connection.ts";
import { keysSealed } from "./sealed-table.ts";
import { isInDoubt } from "./turns.ts";
import type { SealedRowName } from "./unsound-rows.ts";

/** For telling people of rows what nobody may believe of them. */
export interface Soundness {
  /** Those of these rows that are not what was sealed; none where the connection does not seal. */
  unsoundOf(rows: readonly SealedRowName[]): readonly SealedRowName[];
  /** Rows were put back as they had been, or taken away: which, nobody can tell. Of a connection for changes. */
  readonly isPutBack: boolean;
}

export function createSoundness(database: Database): Soundness {
  if (!isSealing(database)) return { unsoundOf: () => [], isPutBack: false };
  return {
    unsoundOf: (rows) => keysSealed.flatMap((table) => unsoundIn(database, table, rows)),
    isPutBack: isInDoubt(database),
  };
}

function unsoundIn(
  database: Database,
  table: (typeof keysSealed)[number],
  rows: readonly SealedRowName[],
): readonly SealedRowName[] {
  const ids = rows.filter((row) => row.table === table.name).map(({ id }) => id);
  if (ids.length === 0) return [];
  const sql = `select "${table.id}" from main."${table.name}"
    where "${table.id}" in (select value from json_each(?)) and ${intact(database, table)} = 0`;
  const found = database.prepare<[string], string>(sql).pluck().all(JSON.stringify(ids));
  return found.map((id) => ({ table: table.name, id }));
}
