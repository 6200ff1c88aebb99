import type { Database } from "better-sqlite3";
import type { FileTallies } from "./file-tallies.ts";
import { createRounds, type Rounds } from "./rounds.ts";
import { usesAtOnce, type UseJournal } from "./use-journal.ts";

/** Milliseconds. The longer a thing waits, the more of its kind are written as one. */
const pauses = { tallying: { first: 1_000, next: 20 }, filing: { first: 10_000, next: 20 } };

interface Filed {
  readonly journal: UseJournal;
  readonly fileTallies: FileTallies;
}

/** Tallies what was used a second ago, and files what was tallied. Until then it counts in every answer from where it is. */
export function createFiling(
  database: Database,
  { journal, fileTallies }: Filed,
  onFailure: (cause: unknown) => void,
): Rounds {
  const tallySome = database.transaction(() => journal.tally(Number.MAX_SAFE_INTEGER) >= usesAtOnce);
  const fileSome = database.transaction(() => fileTallies() > 0);
  const both = [
    createRounds(() => tallySome.immediate(), pauses.tallying, onFailure),
    createRounds(() => fileSome.immediate(), pauses.filing, onFailure),
  ];
  return {
    soon() {
      for (const rounds of both) rounds.soon();
    },
    stop() {
      for (const rounds of both) rounds.stop();
    },
  };
}
