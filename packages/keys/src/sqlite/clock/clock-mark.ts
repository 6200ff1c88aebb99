import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { InstallationAct } from "../../actor.ts";
import type { ClockMark } from "../../clock/steady-clock.ts";
import { toldTime } from "../../clock/told-time.ts";
import { installationDeedOf } from "../../deed.ts";
import { recorded } from "../recorded.ts";
import { written } from "../storage/written.ts";

/** A mark that is so far behind is kept anew. Several processes keep one. */
const freshMs = 5_000;

const select = "select at, resets from clock_mark where id = 1";
const raise = `
  insert into clock_mark (id, at, resets) values (1, @at, @resets)
  on conflict do update set at = max(at, excluded.at) where resets = excluded.resets`;
const putBack = `
  insert into clock_mark (id, at, resets) values (1, ?, 1)
  on conflict do update set at = excluded.at, resets = resets + 1`;

/** Where the clocks of all processes on a database meet. */
interface ClockMarks {
  /** `null`: nobody has judged by a clock yet. */
  find(): ClockMark | null;
  /** Keeps the later one. Resolves to what all have in common then. @throws KeyError `busy`, `storage_…` */
  raise(mark: ClockMark): Promise<ClockMark>;
  /** Puts it back to the machine's time, on record in the installation's log. Resolves to what it was before. */
  reset(act: InstallationAct, at: number): Promise<ClockMark | null>;
}

export function createSqliteClockMarks(database: Database): ClockMarks {
  const find = database.prepare<[], ClockMark>(select);
  const keep = database.readonly ? null : database.prepare<ClockMark>(raise);
  const found = () => find.get() ?? null;
  return {
    find: found,

    async raise(mark) {
      const before = found();
      const isFresh = before !== null && (before.resets !== mark.resets || mark.at - before.at < freshMs);
      if (!isFresh) await written(database, () => keep?.run(mark));
      return found() ?? mark;
    },

    async reset(act, at) {
      const before = found();
      const object = { type: "installation", id: "installation", label: "clock" } as const;
      const told = { action: "clock.reset", object, before: toldOf(before?.at), after: toldOf(at) } as const;
      await recorded(drizzle(database), installationDeedOf(act, told), {
        done: true,
        change: () => database.prepare(putBack).run(at).changes === 1,
      });
      return before;
    },
  };
}

function toldOf(at: number | undefined) {
  return at === undefined ? null : { at: toldTime(at) };
}
