import type { Database } from "better-sqlite3";
import type { Use } from "../../usage/usage.ts";
import { prepareUseJournal } from "./use-journal.ts";

/** Requests within an hour that were all alike. `at`: the last of them. */
export type AlikeUses = Use;

/** Counts what was answered elsewhere, many requests at a time, as a usage log counts each. A log on the same database files it. */
export function countUses(database: Database, uses: Iterable<AlikeUses>): void {
  prepareUseJournal(database).append([...uses]);
}
