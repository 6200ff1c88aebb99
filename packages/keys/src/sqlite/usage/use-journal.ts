import type { Database } from "better-sqlite3";
import { hourMs } from "../../usage/granularity.ts";
import type { Use } from "../../usage/usage.ts";
import { prepareTallyUses } from "./tally-uses.ts";

/** How many uses are tallied in one transaction: some milliseconds, in which no request is answered. */
export const usesAtOnce = 1_000;

const append = "insert into use_journal (uses) values (?)";
const selectOldest = "select id, uses from use_journal where id <= ? order by id";
const selectLast = "select coalesce(max(id), 0) from use_journal";
const forget = "delete from use_journal where id <= ?";

/**
 * What was used is first written one behind the other, in one row for a turn of the event loop: a page or two, where
 * the rows of all those secrets would be a page or two for each. A moment later they are tallied many at a time.
 */
export interface UseJournal {
  /** Durable when it returns, all of them or none. */
  append(uses: readonly Use[]): void;
  /** The latest row there is. */
  last(): number;
  /** To be run in a transaction. Moves the oldest uses into the tallies; `0`: up to this row there are none. */
  tally(upTo: number): number;
}

export function prepareUseJournal(database: Database): UseJournal {
  const insert = database.prepare<[string]>(append);
  const oldest = database.prepare<[number], Row>(selectOldest);
  const last = database.prepare<[], number>(selectLast).pluck();
  const remove = database.prepare<[number]>(forget);
  const tallyUses = prepareTallyUses(database);

  // What waited while nothing could be written can be more than one text can hold.
  const insertInParts = database.transaction((all: readonly Use[]) => {
    for (let at = 0; at < all.length; at += usesAtOnce) {
      insert.run(JSON.stringify(all.slice(at, at + usesAtOnce)));
    }
  });

  function oldestUses(upTo: number) {
    const found: Use[] = [];
    let end = 0;
    for (const row of oldest.iterate(upTo)) {
      const some: readonly Use[] = JSON.parse(row.uses);
      for (const use of some) found.push(use);
      end = row.id;
      if (found.length >= usesAtOnce) break;
    }
    return { found, end };
  }

  return {
    append(some) {
      const all = [...alikeOf(some)];
      if (all.length <= usesAtOnce) insert.run(JSON.stringify(all));
      else insertInParts.immediate(all);
    },
    last: () => last.get() ?? 0,
    tally(upTo) {
      const { found, end } = oldestUses(upTo);
      if (found.length === 0) return 0;
      tallyUses(found);
      remove.run(end);
      return found.length;
    },
  };
}

interface Row {
  readonly id: number;
  readonly uses: string;
}

/** A busy key does the same again and again: as one use that counts for all of them. */
function alikeOf(some: readonly Use[]): Iterable<Use> {
  if (some.length === 1) return some;
  const byName = new Map<string, Use>();
  for (const use of some) {
    const name = nameOf(use);
    const before = byName.get(name);
    if (before === undefined) byName.set(name, use);
    else
      byName.set(name, { ...use, at: Math.max(use.at, before.at), requests: before.requests + use.requests });
  }
  return byName.values();
}

function nameOf(use: Use): string {
  const { publicKeyId, at, status, refused, retiring, cause, method, route, address, userAgent } = use;
  const how = `${publicKeyId} ${Math.floor(at / hourMs)} ${status} ${refused} ${retiring} ${cause}`;
  // Whoever asks names these four; a line break can stand in the last one alone.
  return `${how}\n${method}\n${route}\n${address}\n${userAgent}`;
}
