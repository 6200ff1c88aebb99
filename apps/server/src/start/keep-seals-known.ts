import type { Log } from "../log.ts";
import type { UnsoundNews } from "../processes/message.ts";

const intervalMs = 1_000;

type Rows = UnsoundNews["rows"];

/** What each process tells the others: rows that are not sound, and the last change that it knows of. */
export interface SharedSeals {
  tell(rows: Rows): void;
  tellTurn(turn: number): void;
  onTold(hear: (rows: Rows) => void): void;
}

interface Keeping {
  /** What other processes have changed of what is sealed, up to the turn that it returns. */
  readonly learn: () => number;
  /** What is known of rows that are not what was sealed. */
  readonly unsound: { list(): Rows; note(row: Rows[number]): void; look(): void };
  /** How the schema is not as it was made. */
  readonly lookAtSchema: () => readonly string[];
  readonly log: Log;
  /** Where there are several processes. */
  readonly shared?: SharedSeals;
}

const altered =
  "somebody has altered the schema of the database: changes are refused, revocations too; see Rows that are not sound in docs/operations.md";

/**
 * Each second learns what other processes have changed of what is sealed, so that a process that nobody asks knows it,
 * too, when somebody puts older rows back; looks whether the schema is still ours, and tells the log when that changes;
 * and looks whether the rows that are known for unsound still are. Tells the other processes of them, so that each is in
 * the same trouble, and of the last change, so that one that begins knows it. Returns how to stop.
 */
export function keepSealsKnown({ learn, unsound, lookAtSchema, log, shared }: Keeping): () => void {
  shared?.onTold((rows) => rows.forEach(unsound.note));

  let told = false;

  function tellOfSchema(): void {
    const alterations = lookAtSchema();
    const isAltered = alterations.length > 0;
    if (isAltered && !told) log.error({ alterations }, altered);
    if (!isAltered && told) log.warn("the schema of the database is as Katkey made it again");
    told = isAltered;
  }

  function look(): void {
    try {
      tellOfSchema();
      const turn = learn();
      unsound.look();
      const rows = unsound.list();
      if (turn > 0) shared?.tellTurn(turn);
      if (rows.length > 0) shared?.tell(rows);
    } catch (err) {
      // A disk that fails, or a primary that is gone, is told of by itself, and the next look is soon.
      log.debug({ err }, "what is sealed could not be looked at");
    }
  }

  const timer = setInterval(look, intervalMs).unref();
  return () => clearInterval(timer);
}
