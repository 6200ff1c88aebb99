import type { AuditEvent } from "../audit/audit.ts";
import type { Deed } from "../deed.ts";
import { appendAudit } from "./audit/audit-trail.ts";
import { assertUnclaimed, writeClaim } from "./claims.ts";
import type { Connection, Executor } from "./executor.ts";
import { assertStanding, type IsOperator } from "./standing.ts";
import { learnTurns } from "./seal/turns.ts";
import { written } from "./storage/written.ts";
import { shareOf } from "./vital.ts";

interface Recorded<Outcome> {
  readonly done: Outcome;
  readonly change: (tx: Executor) => Outcome;
  /** What it brings with it, and is known within the transaction only: told behind the deed's own entries. */
  readonly consequences?: (tx: Executor) => readonly AuditEvent[];
  /** Nobody is unless it is given: only the store of organizations takes deeds of operators. */
  readonly isOperator?: IsOperator;
}

/**
 * Makes a change, its audit entries and its claim in one transaction: all, or, when the
 * change did not come out as `done`, none. IMMEDIATE, because a deferred
 * transaction can lose its snapshot to another process and fail half way.
 * @throws KeyError `authority_lost`, `idempotency_in_progress`, `busy`, `storage_full`, `storage_unavailable`
 */
export function recorded<Outcome>(
  db: Connection,
  deed: Deed,
  { done, change, consequences = () => [], isOperator = () => false }: Recorded<Outcome>,
): Promise<Outcome> {
  const transact = () => {
    const outcome = db.transaction(
      (tx) => {
        assertStanding(tx, deed, isOperator);
        assertUnclaimed(tx, deed);
        const outcome = change(tx);
        if (outcome !== done) return outcome;
        appendAudit(tx, ...deed.events, ...consequences(tx));
        writeClaim(tx, deed);
        return outcome;
      },
      { behavior: "immediate" },
    );
    learnOwn(db);
    return outcome;
  };
  return written(db.$client, transact, shareOf(deed.events));
}

/** The change is made, whatever this meets: it is neither tried again nor refused. What cannot be read now is within a second. */
function learnOwn(db: Connection): void {
  try {
    learnTurns(db.$client);
  } catch {
    // Whoever learns next meets the fault again, and tells it.
  }
}
