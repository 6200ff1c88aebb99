import { faultOf, type AuditEntry } from "../audit/audit.ts";
import type { ChainPlace } from "../audit/audit-log.ts";

/** What an export says of a log behind a place in it; or why it says nothing that can be believed. */
export type Continuation =
  | { readonly continues: true; readonly entries: readonly AuditEntry[] }
  | { readonly continues: false; readonly seq: number };

/**
 * The entries behind a place in one log, in their order, once each. Every one must be what its hash says and follow the
 * one before, from that place on; an entry at that place must be the one that is there. `seq`: the first that does not.
 */
export function continuationOf(entries: readonly AuditEntry[], head: ChainPlace): Continuation {
  const inOrder = entries.toSorted((one, other) => one.seq - other.seq);
  const behind: AuditEntry[] = [];
  let last = head;
  for (const entry of inOrder) {
    if (entry.seq < head.seq) continue;
    // Said again, as by two exports that overlap: it must be the same.
    if (entry.seq === last.seq) {
      if (entry.hash !== last.hash) return { continues: false, seq: entry.seq };
      continue;
    }
    if (faultOf(entry, last.seq + 1, last.hash) !== null) return { continues: false, seq: last.seq + 1 };
    behind.push(entry);
    last = entry;
  }
  return { continues: true, entries: behind };
}
