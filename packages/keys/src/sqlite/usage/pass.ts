import { createAddedUp, type Parcel } from "./added-up.ts";
import type { UseJournal } from "./use-journal.ts";

/** Uses that are read, and rows that are written, as one piece: a few milliseconds, in which no request is answered. */
const usesAtOnce = 500;
const rowsAtOnce = 400;
/** A tally is a row of its hour, and of some of the sums. */
const rowsOfTally = 5;
/** What one pass holds in memory. */
const mostInPass = { secrets: 20_000, uses: 100_000 };

export interface Span {
  /** Passes are numbered, because rows of the journal begin anew. */
  readonly number: number;
  /** The last row of the journal that belongs to it. */
  readonly upTo: number;
  /** Somebody has written some of it: where it ends is settled. */
  readonly isBegun: boolean;
}

/** Some rows of the journal, added up by this process to be filed once. */
export interface Pass {
  readonly number: number;
  /** Settled when all is read. */
  upTo(): number;
  /** More was in the journal than one pass can hold. */
  isFull(): boolean;
  /** Reads a piece. `false`: all had been read. */
  read(): boolean;
  /** What it has read that was no use. */
  unread(): readonly string[];
  /** The parcels behind one, so many as are written at once; `filedTo`: the last of them, `null` when no more are left. */
  next(filedTo: string): { readonly parcels: readonly Parcel[]; readonly filedTo: string | null };
}

export function createPass(journal: UseJournal, { number, isBegun, ...span }: Span): Pass {
  const added = createAddedUp();
  const unread: string[] = [];
  let { upTo } = span;
  let count = 0;
  let lastRead = 0;
  let names: readonly string[] | null = null;

  const isFull = () => count >= mostInPass.uses || added.secrets() >= mostInPass.secrets;

  function readSome(): void {
    const before = count;
    for (const row of journal.rows({ after: lastRead, upTo })) {
      for (const use of row.uses) added.add(use);
      if (row.unread !== null) unread.push(row.unread);
      count += row.uses.length;
      lastRead = row.id;
      if (count - before >= usesAtOnce) break;
    }
    if (isFull() && !isBegun) upTo = lastRead;
    if (count - before < usesAtOnce || lastRead === upTo) names = added.names();
  }

  return {
    number,
    upTo: () => upTo,
    isFull,
    unread: () => unread,
    read() {
      if (names !== null) return false;
      readSome();
      return true;
    },
    next(filedTo) {
      const all = names ?? [];
      const parcels: Parcel[] = [];
      let rows = 0;
      for (let at = indexBehind(all, filedTo); at < all.length; at += 1) {
        const name = all[at] ?? "";
        const parcel = added.parcel(name);
        parcels.push(parcel);
        rows += parcel.lastUses.length + parcel.clients.length + rowsOfTally * parcel.tallies.length;
        if (rows >= rowsAtOnce && at < all.length - 1) return { parcels, filedTo: name };
      }
      return { parcels, filedTo: null };
    },
  };
}

/** Where those begin that are behind a name. */
function indexBehind(names: readonly string[], name: string): number {
  let [from, to] = [0, names.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((names[middle] ?? "") > name) to = middle;
    else from = middle + 1;
  }
  return from;
}
