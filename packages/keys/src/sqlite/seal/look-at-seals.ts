import type { Database } from "better-sqlite3";
import { disowned, isMac, macOf, type Sealed, type SealKeys, type Value } from "./mac.ts";
import type { SealedTable } from "./sealed-table.ts";

/** How a row's seal is: of the key that seals now, of an earlier one, none, or not of this row. */
export type SealState = "current" | "earlier" | "none" | "broken";

export interface SealedRow extends Sealed {
  readonly id: Value;
  readonly state: SealState;
  /** Its seal is ours, and says that the row is not to be believed: of the key that seals now, or of an earlier one. */
  readonly disowned: "current" | "earlier" | null;
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
  const keyOf = (mac: Value, row: Sealed) => {
    if (isMac(mac, macOf(keys.current, row))) return "current";
    return keys.earlier.some((key) => isMac(mac, macOf(key, row))) ? "earlier" : null;
  };
  const sealOf = (mac: Value, row: Sealed) => {
    const key = keyOf(mac, row);
    if (mac === null || key !== null) return { state: key ?? "none", disowned: null } as const;
    return { state: "broken", disowned: keyOf(mac, disowned(row)) } as const;
  };
  return (after: Value): readonly SealedRow[] =>
    select.all({ after }).map(([mac = null, turn, ...values]) => {
      const row = { table: name, turn: Number(turn), values };
      return { ...row, id: values[0] ?? null, ...sealOf(mac, row) };
    });
}
