import type { Database } from "better-sqlite3";
import { isMac, macOf, type Sealed, type SealKeys, type Value } from "./mac.ts";
import type { SealedTable } from "./sealed-table.ts";

/** How a row's seal is: of the key that seals now, of an earlier one, none, or not of this row. */
export type SealState = "current" | "earlier" | "none" | "broken";

export interface SealedRow extends Sealed {
  readonly id: Value;
  readonly state: SealState;
}

/** Rows that are looked at before others have their turn: some ten milliseconds. */
const batch = 1_000;

/** Prepares looking at the rows of a table, or at those that were changed since they were made, in the order of their ids and a batch at a time. */
export function prepareLookAtSeals(
  database: Database,
  { keys, areChanged = false }: { readonly keys: SealKeys; readonly areChanged?: boolean },
  { name, id, columns }: SealedTable,
) {
  const selected = columns.map((column) => `t."${column}"`).join(", ");
  const select = database
    .prepare<[{ after: Value }], Value[]>(
      `select s.mac, coalesce(s.turn, 0), ${selected}
       from main."${name}" t left join main.seal s on s.sealed = '${name}' and s.id = t."${id}"
       where (@after is null or t."${id}" > @after) ${areChanged ? "and s.turn > 0" : ""} order by t."${id}" limit ${batch}`,
    )
    .raw();
  const stateOf = (mac: Value, row: Sealed): SealState => {
    if (mac === null) return "none";
    if (isMac(mac, macOf(keys.current, row))) return "current";
    return keys.earlier.some((key) => isMac(mac, macOf(key, row))) ? "earlier" : "broken";
  };
  return (after: Value): readonly SealedRow[] =>
    select.all({ after }).map(([mac = null, turn, ...values]) => {
      const row = { table: name, turn: Number(turn), values };
      return { ...row, id: values[0] ?? null, state: stateOf(mac, row) };
    });
}
