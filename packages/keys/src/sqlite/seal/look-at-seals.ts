import type { Database } from "better-sqlite3";
import { isMac, macOf, type SealKeys, type Value } from "./mac.ts";
import type { SealedTable } from "./sealed-table.ts";

/** How a row's seal is: of the key that seals now, of an earlier one, none, or not of this row. */
export type SealState = "current" | "earlier" | "none" | "broken";

export interface SealedRow {
  readonly id: Value;
  readonly values: readonly Value[];
  readonly state: SealState;
}

/** Rows that are looked at before others have their turn: some ten milliseconds. */
const batch = 1_000;

/** Prepares looking at the rows of a table, in the order of their ids and a batch at a time. */
export function prepareLookAtSeals(database: Database, keys: SealKeys, { name, id, columns }: SealedTable) {
  const selected = columns.map((column) => `t."${column}"`).join(", ");
  const select = database
    .prepare<[{ after: Value }], Value[]>(
      `select (select mac from seal where sealed = '${name}' and id = t."${id}"), ${selected}
       from main."${name}" t where @after is null or t."${id}" > @after order by t."${id}" limit ${batch}`,
    )
    .raw();
  const stateOf = (mac: Value, values: readonly Value[]): SealState => {
    if (mac === null) return "none";
    if (isMac(mac, macOf(keys.current, name, values))) return "current";
    return keys.earlier.some((key) => isMac(mac, macOf(key, name, values))) ? "earlier" : "broken";
  };
  return (after: Value): readonly SealedRow[] =>
    select.all({ after }).map(([mac = null, ...values]) => ({
      id: values[0] ?? null,
      values,
      state: stateOf(mac, values),
    }));
}
