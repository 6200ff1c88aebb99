import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { claimLifetimeMs, type Claim, type Claimed } from "../claim.ts";
import type { Product } from "../product.ts";
import type { Executor } from "./executor.ts";
import { productClaim } from "./schema.ts";

/** More than come in between, so that they do not pile up; few enough to hold nobody up. */
const mostForgotten = 10;

/** The claim of this id that is not yet forgotten. */
export function findClaim(
  db: Executor,
  organizationId: string,
  { id, now }: { readonly id: string; readonly now: number },
): Claimed | null {
  const { fingerprint, objectId } = productClaim;
  const remembered = gt(productClaim.at, now - claimLifetimeMs);
  const match = and(eq(productClaim.id, id), eq(productClaim.organizationId, organizationId), remembered);
  return db.select({ fingerprint, objectId }).from(productClaim).where(match).get() ?? null;
}

type Made = Pick<Product, "id" | "organizationId" | "createdAt">;

/** Notes what a claim was good for. Only when `findClaim` finds none, in the same transaction. */
export function insertClaim(tx: Executor, { id, fingerprint }: Claim, made: Made): void {
  const { id: objectId, organizationId, createdAt: at } = made;
  forgetSome(tx, made);
  const claimed = { fingerprint, objectId, at };
  tx.insert(productClaim)
    .values({ id, organizationId, ...claimed })
    .onConflictDoUpdate({ target: productClaim.id, set: claimed })
    .run();
}

function forgetSome(tx: Executor, { organizationId, createdAt }: Made): void {
  const ofOrganization = eq(productClaim.organizationId, organizationId);
  const forgotten = tx
    .select({ id: productClaim.id })
    .from(productClaim)
    .where(and(ofOrganization, lte(productClaim.at, createdAt - claimLifetimeMs)))
    .limit(mostForgotten);
  tx.delete(productClaim)
    .where(and(ofOrganization, inArray(productClaim.id, forgotten)))
    .run();
}
