import type { Database } from "better-sqlite3";
import type { Use } from "../../usage/usage.ts";
import { clientOf } from "../traffic/noted.ts";
import { prepareWriteClient } from "../traffic/write-noted.ts";
import { prepareTallyUses } from "./tally-uses.ts";

/** Requests within an hour that were all alike. `at`: the last of them. */
export type AlikeUses = Use;

/**
 * Counts what was answered elsewhere, many requests at a time and all in one transaction, as a usage log would have
 * counted each, and a traffic log noted its client. A log on the same database files it.
 */
export function countUses(database: Database, uses: Iterable<AlikeUses>): void {
  const tallyUses = prepareTallyUses(database);
  const writeClient = prepareWriteClient(database);
  const count = database.transaction(() => {
    const all = [...uses];
    tallyUses(all);
    for (const use of all) writeClient(clientOf(use));
  });
  count.immediate();
}
