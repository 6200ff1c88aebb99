import type { AuditEvent } from "../audit.ts";
import { appendAudit } from "./audit-trail.ts";
import type { Connection, Executor } from "./executor.ts";

/**
 * Makes a change and its audit entries in one transaction: both, or, when the
 * change did not come out as `done`, neither. IMMEDIATE, because a deferred
 * transaction can lose its snapshot to another process and fail half way.
 */
export function recorded<Outcome>(
  db: Connection,
  events: readonly AuditEvent[],
  { done, change }: { readonly done: Outcome; readonly change: (tx: Executor) => Outcome },
): Outcome {
  return db.transaction(
    (tx) => {
      const outcome = change(tx);
      if (outcome === done) appendAudit(tx, ...events);
      return outcome;
    },
    { behavior: "immediate" },
  );
}
