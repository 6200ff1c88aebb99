import type { Database } from "better-sqlite3";
import type { LastUse, Use } from "../../usage/usage.ts";
import { clientOf } from "../traffic/noted.ts";
import type { Tally } from "./tally.ts";
import { prepareWriteClient } from "../traffic/write-noted.ts";
import { tallyOf, upsertLastUse, upsertTally } from "./tally-uses.ts";

/** Requests within an hour that were all alike. `at`: the last of them. */
export type AlikeUses = Use;

/**
 * Counts what was answered elsewhere, many requests at a time and all in one transaction, as a usage log would have
 * counted each, and a traffic log noted its client. A log on the same database files it.
 */
export function countUses(database: Database, uses: Iterable<AlikeUses>): void {
  const lastUse = database.prepare<LastUse>(upsertLastUse);
  const tally = database.prepare<Tally>(upsertTally);
  const writeClient = prepareWriteClient(database);
  const count = database.transaction(() => {
    const last = new Map<string, LastUse>();
    for (const use of uses) {
      last.set(use.publicKeyId, lastOf(last.get(use.publicKeyId), use));
      tally.run(tallyOf(use));
      writeClient(clientOf(use));
    }
    for (const use of last.values()) lastUse.run(use);
  });
  count.immediate();
}

function lastOf(before: LastUse | undefined, use: AlikeUses): LastUse {
  const latest = before !== undefined && use.at < before.at ? before : use;
  return {
    ...latest,
    requests: (before?.requests ?? 0) + use.requests,
    requestsRetiring: (before?.requestsRetiring ?? 0) + (use.retiring ? use.requests : 0),
  };
}
