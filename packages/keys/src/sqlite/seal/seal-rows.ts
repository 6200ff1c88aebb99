import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { prepareLookAtSeals, type SealedRow } from "./look-at-seals.ts";
import { disowned, macOf, type Sealed, type Value } from "./mac.ts";
import { isTotalSound, latestTurn, renewTotal, type Sealable, totalSeals } from "./total.ts";

/** A row that is not what was sealed, or that nobody sealed. */
export interface UnsoundRow {
  readonly table: string;
  readonly id: string;
  readonly state: "none" | "broken";
}

/** How many rows there are, how many of them an earlier key sealed, and those that are not sound, the first of them. */
export interface SealCounts {
  readonly rows: number;
  readonly earlier: number;
  readonly unsound: number;
  readonly examples: readonly UnsoundRow[];
}

/** `isPutBack`: rows were put back as they had been, with the seals that they had, or were taken away. */
export interface SealCheck extends SealCounts {
  readonly isPutBack: boolean;
}

const mostExamples = 100;

/** Looks at every seal, and changes nothing. */
export async function checkSeals(database: Database, sealable: Sealable): Promise<SealCheck> {
  const counts = await eachRow(database, sealable, () => {});
  return { ...counts, isPutBack: !isTotalSound(database, sealable) };
}

/**
 * Seals every row as it is, whatever its seal, and says what was found: for a database that is trusted, and that nobody
 * else uses. What nobody of us sealed is later then than all there was: else it could be put back as it had been sealed.
 */
export async function applySeals(database: Database, sealable: Sealable): Promise<SealCounts> {
  const latest = latestTurn(database, sealable);
  const turn = latest === 0 ? 0 : latest + 1;
  const found = await resealed(database, sealable, (row) => {
    if (row.state === "current") return null;
    return row.state === "earlier" ? row : { ...row, turn };
  });
  totalSeals(database, sealable);
  return found;
}

/** Seals what an earlier key sealed with the current one, and says what was found before. For a connection that seals. */
export async function renewSeals(database: Database, sealable: Sealable): Promise<SealCounts> {
  const found = await resealed(database, sealable, (row) => {
    if (row.disowned === "earlier") return disowned(row);
    return row.state === "earlier" ? row : null;
  });
  renewTotal(database);
  return found;
}

/** From now on nothing is sealed. */
export function removeSeals(database: Database): void {
  database.transaction(() => database.exec("delete from seal; delete from seal_total")).immediate();
}

/** `sealedAs`: what is to be sealed of a row; `null`: its seal stays. */
function resealed(
  database: Database,
  sealable: Sealable,
  sealedAs: (row: SealedRow) => Sealed | null,
): Promise<SealCounts> {
  const put = database.prepare<[string, Value, Buffer, number]>(
    `insert into seal (sealed, id, mac, turn) values (?, ?, ?, ?)
     on conflict do update set mac = excluded.mac, turn = excluded.turn`,
  );
  return eachRow(database, sealable, (row) => {
    const sealed = sealedAs(row);
    if (sealed !== null) put.run(row.table, row.id, macOf(sealable.keys.current, sealed), sealed.turn);
  });
}

/** A batch is looked at and changed in one transaction, so that a row is sealed as it is. */
async function eachRow(
  database: Database,
  { keys, tables }: Sealable,
  change: (row: SealedRow) => void,
): Promise<SealCounts> {
  let [rows, earlier, unsound] = [0, 0, 0];
  const examples: UnsoundRow[] = [];
  for (const table of tables) {
    const look = prepareLookAtSeals(database, { keys }, table);
    const step = database.transaction((after: Value) => {
      const found = look(after);
      for (const row of found) change(row);
      return found;
    });
    for (
      let found = step.immediate(null);
      found.length > 0;
      found = step.immediate(found.at(-1)?.id ?? null)
    ) {
      rows += found.length;
      earlier += found.filter(({ state }) => state === "earlier").length;
      const wrong = found.flatMap(unsoundOf);
      unsound += wrong.length;
      examples.push(...wrong.slice(0, mostExamples - examples.length));
      await nextTurn();
    }
  }
  return { rows, earlier, unsound, examples };
}

function unsoundOf({ table, id, state }: SealedRow): readonly UnsoundRow[] {
  if (state === "current" || state === "earlier") return [];
  return [{ table, id: id instanceof Uint8Array ? Buffer.from(id).toString("hex") : String(id), state }];
}
