import type { Deed } from "../deed.ts";
import { appendAudit } from "./audit-trail.ts";
import { retriedWhileBusy } from "./busy.ts";
import type { Connection, Executor } from "./executor.ts";
import { assertStanding } from "./standing.ts";

/**
 * Makes a change and its audit entries in one transaction: both, or, when the
 * change did not come out as `done`, neither. IMMEDIATE, because a deferred
 * transaction can lose its snapshot to another process and fail half way.
 * @throws KeyError `authority_lost`, `busy`
 */
export function recorded<Outcome>(
  db: Connection,
  deed: Deed,
  { done, change }: { readonly done: Outcome; readonly change: (tx: Executor) => Outcome },
): Promise<Outcome> {
  return retriedWhileBusy(() =>
    db.transaction(
      (tx) => {
        assertStanding(tx, deed);
        const outcome = change(tx);
        if (outcome === done) appendAudit(tx, ...deed.events);
        return outcome;
      },
      { behavior: "immediate" },
    ),
  );
}
