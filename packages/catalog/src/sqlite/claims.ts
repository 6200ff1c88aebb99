import { and, eq, gt, lte } from "drizzle-orm";
import { claimLifetimeMs, type Claim, type Claimed } from "../claim.ts";
import type { Product } from "../product.ts";
import type { Executor } from "./executor.ts";
import { productClaim } from "./schema.ts";

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

/** Notes what a claim was good for, in the place of those that are forgotten by now. */
export function insertClaim(tx: Executor, { id, fingerprint }: Claim, made: Product): void {
  const { id: objectId, organizationId, createdAt: at } = made;
  tx.delete(productClaim)
    .where(lte(productClaim.at, at - claimLifetimeMs))
    .run();
  tx.insert(productClaim).values({ id, organizationId, fingerprint, objectId, at }).run();
}
