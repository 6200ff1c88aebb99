import type { Database } from "better-sqlite3";
import { foldedOf } from "./folded.ts";

/** Lets SQL fold as we do, for columns that come to a database which has rows: its own lower() knows ASCII only. */
export function defineFolded(database: Database): void {
  database.function("folded", { deterministic: true, directOnly: true }, (text) =>
    typeof text === "string" ? foldedOf(text) : null,
  );
}
