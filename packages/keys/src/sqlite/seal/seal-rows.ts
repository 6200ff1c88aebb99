import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { prepareLookAtSeals, type SealedRow, type SealState } from "./look-at-seals.ts";
import { macOf, type SealKeys, type Value } from "./mac.ts";
import type { SealedTable } from "./sealed-table.ts";

interface Sealable {
  readonly keys: SealKeys;
  readonly tables: readonly SealedTable[];
}

/** A row that is not what was sealed, or that nobody sealed. */
export interface UnsoundRow {
  readonly table: string;
  readonly id: string;
  readonly state: "none" | "broken";
}

/** How many rows there are, how many of them an earlier key sealed, and those that are not sound, the first of them. */
export interface SealCheck {
  readonly rows: number;
  readonly earlier: number;
  readonly unsound: number;
  readonly examples: readonly UnsoundRow[];
}

const mostExamples = 100;

/** Looks at every seal, and changes nothing. */
export function checkSeals(database: Database, sealable: Sealable): Promise<SealCheck> {
  return eachRow(database, sealable, () => {});
}

/**
 * Seals what an earlier key sealed with the current one, and says what was found before. Every row is sealed as it
 * is, whatever its seal, when `all` is set: for a database that is trusted.
 */
export function sealRows(
  database: Database,
  sealable: Sealable,
  { all }: { readonly all: boolean },
): Promise<SealCheck> {
  const states: readonly SealState[] = all ? ["earlier", "none", "broken"] : ["earlier"];
  const put = database.prepare<[string, Value, Buffer]>(
    "insert into seal (sealed, id, mac) values (?, ?, ?) on conflict do update set mac = excluded.mac",
  );
  return eachRow(database, sealable, (table, row) => {
    if (!states.includes(row.state)) return;
    put.run(table, row.id, macOf(sealable.keys.current, table, row.values));
  });
}

/** From now on nothing is sealed. */
export function removeSeals(database: Database): void {
  database.prepare("delete from seal").run();
}

/** A batch is looked at and changed in one transaction, so that a row is sealed as it is. */
async function eachRow(
  database: Database,
  { keys, tables }: Sealable,
  change: (table: string, row: SealedRow) => void,
): Promise<SealCheck> {
  let [rows, earlier, unsound] = [0, 0, 0];
  const examples: UnsoundRow[] = [];
  for (const table of tables) {
    const look = prepareLookAtSeals(database, keys, table);
    const step = database.transaction((after: Value) => {
      const found = look(after);
      for (const row of found) change(table.name, row);
      return found;
    });
    for (
      let found = step.immediate(null);
      found.length > 0;
      found = step.immediate(found.at(-1)?.id ?? null)
    ) {
      rows += found.length;
      earlier += found.filter(({ state }) => state === "earlier").length;
      const wrong = found.flatMap((row) => unsoundOf(table.name, row));
      unsound += wrong.length;
      examples.push(...wrong.slice(0, mostExamples - examples.length));
      await nextTurn();
    }
  }
  return { rows, earlier, unsound, examples };
}

function unsoundOf(table: string, { id, state }: SealedRow): readonly UnsoundRow[] {
  if (state === "current" || state === "earlier") return [];
  return [{ table, id: id instanceof Uint8Array ? Buffer.from(id).toString("hex") : String(id), state }];
}
