import type { Database } from "better-sqlite3";
import { DatabaseError } from "../file/database-error.ts";
import type { SealKeys, Value } from "./mac.ts";
import { createSums, type Seal } from "./sum.ts";

const columns = ["sealed", "id", "turn", "mac"] as const;

/** From now on the sum follows each seal that this connection makes, changes or takes away, in the same transaction. */
export function keepSum(database: Database, keys: SealKeys): void {
  const sums = createSums(keys);
  database.function("seal_sum_moved", { varargs: true }, (box: Uint8Array, ...values: Value[]) => {
    const seals = [values.slice(0, columns.length), values.slice(columns.length)];
    const next = sums.moved(
      box,
      seals.filter(([sealed]) => sealed !== null),
    );
    if (next === null) throw new Error("The sum of the seals is not ours.");
    return next;
  });
  const [old, next] = [of("old"), of("new")];
  const changes = { insert: [nothing, next], update: [old, next], delete: [old, nothing] };
  for (const [change, [before, after]] of Object.entries(changes)) {
    database.exec(`create temp trigger seal_sum_${change} after ${change} on main.seal begin
      update seal_sum set box = seal_sum_moved(box, ${before}, ${after});
    end`);
  }
}

const of = (row: "old" | "new") => columns.map((column) => `${row}.${column}`).join();
const nothing = columns.map(() => "null").join();

/** Sums all seals there are, as they are. */
export function sumSeals(database: Database, keys: SealKeys): void {
  const sums = createSums(keys);
  database
    .transaction(() => {
      const box = sums.moved(sums.begin(), allSeals(database));
      database
        .prepare("insert into seal_sum (id, box) values (1, ?) on conflict do update set box = excluded.box")
        .run(box);
    })
    .immediate();
}

/** With the key that seals now, where it was an earlier one's. */
export function renewSum(database: Database): void {
  database.prepare(`update seal_sum set box = seal_sum_moved(box, ${nothing}, ${nothing})`).run();
}

/** `none`: there are seals and no sum. `put_back`: seals were put back, or taken away, past those who can seal. */
export function lookAtSum(database: Database, keys: SealKeys): "sound" | "none" | "put_back" {
  return database.transaction(() => {
    const box = database.prepare<[], Buffer>("select box from seal_sum").pluck().get();
    if (box === undefined) return "none";
    return createSums(keys).isSumOf(box, allSeals(database)) === true ? "sound" : "put_back";
  })();
}

/** @throws DatabaseError `put_back` */
export function assertNothingPutBack(database: Database, keys: SealKeys): void {
  if (lookAtSum(database, keys) === "sound") return;
  const message = `${database.name} does not hold the rows that were sealed last: some were put back as they had been, or taken away. Restore a backup; or, if you trust what is in it, run katkey seal apply while nothing else uses it.`;
  throw new DatabaseError("put_back", message);
}

function* allSeals(database: Database): Iterable<Seal> {
  yield* database.prepare<[], Value[]>(`select ${columns.join()} from main.seal`).raw().iterate();
}
