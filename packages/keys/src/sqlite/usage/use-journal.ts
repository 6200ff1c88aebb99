import type { Database } from "better-sqlite3";
import type { Use } from "../../usage/usage.ts";
import { isAlike } from "./alike.ts";
import { readUses, type ReadUses } from "./read-uses.ts";

/** So many uses at most are one row: more can be more than one text can hold. */
const usesInRow = 1_000;

const append = "insert into use_journal (uses) values (?)";
const selectSome = "select id, uses from use_journal where id > ? and id <= ? order by id";
const selectLast = "select coalesce(max(id), 0) from use_journal";
/** Ids begin anew when all is forgotten: what then comes is not what was there up to a row. */
const selectWaiting = `
  select exists (select 1 from use_journal where id <= @upTo) and (select max(id) from use_journal) >= @upTo`;
/** Ids have no gaps. To count each would read the whole journal, which is long when it cannot be filed. */
const countRows =
  "select coalesce((select max(id) from use_journal) - (select min(id) from use_journal) + 1, 0)";
const insertUnread = "insert into unread_use (uses) values (?)";
const deleteSome = "delete from use_journal where id <= ?";

/**
 * What was used is first written one behind the other, in one row for a turn of the event loop: a page or two, where
 * the rows of all those secrets would be a page or two for each. A while later it is filed, many at a time.
 */
export interface UseJournal {
  /** Durable when it returns, all of them or none. */
  append(uses: readonly Use[]): void;
  /** The latest row there is, `0`: none. */
  last(): number;
  /** Whether there is still a row up to this one, which was the latest. */
  isWaiting(upTo: number): boolean;
  countRows(): number;
  /** The rows behind one, in their order, up to another. To be left before anything is written. */
  rows(span: { readonly after: number; readonly upTo: number }): Iterable<JournalRow>;
  /** Keeps what was no use where no pass comes to it. */
  setAside(unread: readonly string[]): void;
  forget(upTo: number): void;
}

export interface JournalRow extends ReadUses {
  readonly id: number;
}

export function prepareUseJournal(database: Database): UseJournal {
  const insert = database.prepare<[string]>(append);
  const some = database.prepare<[number, number], { id: number; uses: string }>(selectSome);
  const last = database.prepare<[], number>(selectLast).pluck();
  const waiting = database.prepare<{ upTo: number }, number>(selectWaiting).pluck();
  const count = database.prepare<[], number>(countRows).pluck();
  const keepUnread = database.prepare<[string]>(insertUnread);
  const remove = database.prepare<[number]>(deleteSome);

  const insertInParts = database.transaction((all: readonly Use[]) => {
    for (let at = 0; at < all.length; at += usesInRow) {
      insert.run(JSON.stringify(all.slice(at, at + usesInRow)));
    }
  });

  return {
    append(uses) {
      const all = alikeOf(uses);
      if (all.length <= usesInRow) insert.run(JSON.stringify(all));
      else insertInParts.immediate(all);
    },
    last: () => last.get() ?? 0,
    isWaiting: (upTo) => waiting.get({ upTo }) === 1,
    countRows: () => count.get() ?? 0,
    *rows({ after, upTo }) {
      for (const { id, uses } of some.iterate(after, upTo)) yield { id, ...readUses(uses) };
    },
    setAside: (unread) => unread.forEach((text) => keepUnread.run(text)),
    forget: (upTo) => void remove.run(upTo),
  };
}

/** A busy key does the same again and again: as one use that counts for all of them. */
function alikeOf(some: readonly Use[]): readonly Use[] {
  if (some.length === 1) return some;
  const kinds = new Map<string, OpenUse[]>();
  const all: OpenUse[] = [];
  for (const use of some) {
    const known = kinds.get(use.publicKeyId) ?? [];
    const before = known.find((one) => isAlike(one, use) && one.retiring === use.retiring);
    if (before === undefined) {
      const added = { ...use };
      all.push(added);
      kinds.set(use.publicKeyId, [added, ...known.slice(0, kindsLookedAt - 1)]);
    } else {
      before.at = Math.max(before.at, use.at);
      before.requests += use.requests;
    }
  }
  return all;
}

type OpenUse = Omit<Use, "at" | "requests"> & { at: number; requests: number };

/** Of one secret in one turn, so that whoever makes up something new each time is not compared with all of it. */
const kindsLookedAt = 8;
