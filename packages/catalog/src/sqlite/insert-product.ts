import { and, eq, ne } from "drizzle-orm";
import type { Claim } from "../claim.ts";
import type { Product } from "../product.ts";
import { findClaim, insertClaim } from "./claims.ts";
import type { Executor } from "./executor.ts";
import { isOnShelf, listingRowOf, productRowOf } from "./product-rows.ts";
import { listing, product } from "./schema.ts";

/** Within an immediate transaction, so nothing comes between a look and the writing. */
export function insertProduct(
  tx: Executor,
  made: Product,
  claim: Claim | null,
): "inserted" | "sku_taken" | "claim_taken" {
  const { organizationId, createdAt: now } = made;
  if (claim !== null && findClaim(tx, organizationId, { id: claim.id, now }) !== null) return "claim_taken";
  if (isSkuTaken(tx, made)) return "sku_taken";
  tx.insert(product).values(productRowOf(made)).run();
  tx.insert(listing).values(listingRowOf(made)).run();
  if (claim !== null) insertClaim(tx, claim, made);
  return "inserted";
}

/** Whether another product of the shelf has this one's SKU. The unique index agrees. */
export function isSkuTaken(tx: Executor, { id, sku, ...shelf }: Product): boolean {
  if (sku === null) return false;
  const other = and(isOnShelf(shelf), eq(product.sku, sku), ne(product.id, id));
  return tx.select({ id: product.id }).from(product).where(other).get() !== undefined;
}
