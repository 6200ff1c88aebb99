import type { Database } from "better-sqlite3";
import { KeyError } from "../../errors.ts";
import { isSealing } from "./seal-connection.ts";

interface Given {
  /** What the change goes out from; absent or `null`: nothing. */
  readonly from?: string | null;
  /** What somebody is given, or told of as changed; several at once: all of it. */
  readonly to: string | readonly string[];
}

/**
 * Prepares making changes only of what is sound, so that nobody is handed a token that is then refused. To be called
 * within the transaction of the change. `select`: by an id, 0 where it rests on a row that is not sound, else 1.
 * @throws KeyError `rows_unsound`
 */
export function prepareSoundly(database: Database, select: string) {
  if (!isSealing(database)) return <Outcome>(_: Given, change: () => Outcome) => change();
  const ask = database.prepare<[string], number>(select).pluck();
  return <Outcome>({ from = null, to }: Given, change: () => Outcome): Outcome => {
    const wasUnsound = from !== null && ask.get(from) === 0;
    const outcome = change();
    // Absent where the change did not come about: why, is its outcome.
    const sound = [to].flat().map((id) => ask.get(id));
    if (sound.includes(0) || (wasUnsound && sound.includes(1))) throw new KeyError("rows_unsound", message);
    return outcome;
  };
}

const message =
  "What is stored of it is not what was sealed: it is refused, and so would be what it is given now. Nothing was changed.";
