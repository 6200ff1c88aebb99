import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { installation } from "../audit/audit.ts";
import { claimLifetimeMs, type Claim, type Claimed } from "../claim.ts";
import type { Deed } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { OrganizationId } from "../id.ts";
import { claim as claimTable } from "./claim-schema.ts";
import type { Executor } from "./executor.ts";

/** More than come in between, so that they do not pile up; few enough to hold nobody up. */
const mostForgotten = 10;

interface Circumstances {
  readonly organizationId: OrganizationId;
  readonly at: number;
}

/** What the claim was good for, unless it is forgotten by then. */
export function findClaim(
  db: Executor,
  id: Claim["id"],
  { organizationId, at }: Circumstances,
): Claimed | null {
  const { fingerprint, objectId } = claimTable;
  const ofOrganization = and(eq(claimTable.id, id), eq(claimTable.organizationId, organizationId));
  const match = and(ofOrganization, gt(claimTable.at, at - claimLifetimeMs));
  return db.select({ fingerprint, objectId }).from(claimTable).where(match).get() ?? null;
}

/** Before the change, so that a second one is told this and not, say, that its name is taken. @throws KeyError `idempotency_in_progress` */
export function assertUnclaimed(tx: Executor, { claim, events: [event] }: Deed): void {
  const { organizationId, at } = event;
  if (claim === undefined || organizationId === installation) return;
  if (findClaim(tx, claim.id, { organizationId, at }) === null) return;
  throw new KeyError(
    "idempotency_in_progress",
    "The first request with this Idempotency-Key has just ended.",
  );
}

/** Notes that the deed is done, and for which object. Only after `assertUnclaimed`, in its transaction. */
export function writeClaim(tx: Executor, { claim, events: [event] }: Deed): void {
  const { organizationId, at, object } = event;
  if (claim === undefined || organizationId === installation) return;
  forgetSome(tx, { organizationId, at });
  const made = { fingerprint: claim.fingerprint, objectId: object.id, at };
  tx.insert(claimTable)
    .values({ id: claim.id, organizationId, ...made })
    .onConflictDoUpdate({ target: claimTable.id, set: made })
    .run();
}

function forgetSome(tx: Executor, { organizationId, at }: Circumstances): void {
  const ofOrganization = eq(claimTable.organizationId, organizationId);
  const forgotten = tx
    .select({ id: claimTable.id })
    .from(claimTable)
    .where(and(ofOrganization, lte(claimTable.at, at - claimLifetimeMs)))
    .limit(mostForgotten);
  tx.delete(claimTable)
    .where(and(ofOrganization, inArray(claimTable.id, forgotten)))
    .run();
}
