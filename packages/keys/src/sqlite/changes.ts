import { performance } from "node:perf_hooks";
import type { Database } from "better-sqlite3";

/** Tells whether anything in the file was changed since it was asked last. */
export type WasChanged = () => boolean;

/**
 * What this connection has changed is told at once. For what others have, in this process or another, the file is asked
 * once for all requests that were read from the network together: each of them was sent before it was asked, so a
 * change that somebody was told of before they sent theirs is seen. Asking takes a lock of the file, which costs as
 * much as a third of reading a key.
 */
export function prepareWasChanged(database: Database): WasChanged {
  const ownChanges = database.prepare<[], number>("select total_changes()").pluck();
  const othersVersion = database.prepare<[], number>("pragma data_version").pluck();
  let [own, others] = [-1, -1];
  let [loop, events] = [-1, -1];

  function wasChangedHere(): boolean {
    const before = own;
    own = ownChanges.get() ?? -1;
    return own !== before;
  }

  function wasChangedElsewhere(): boolean {
    const now = performance.nodeTiming.uvMetricsInfo;
    // A turn can read from the network more than once; the events that it has dealt with are counted after each.
    if (now.loopCount === loop && now.events === events) return false;
    [loop, events] = [now.loopCount, now.events];
    const before = others;
    others = othersVersion.get() ?? -1;
    return others !== before;
  }

  return () => {
    const elsewhere = wasChangedElsewhere();
    return wasChangedHere() || elsewhere;
  };
}
