import { and, eq, ne } from "drizzle-orm";
import type { ClaimTaken, SkuTaken } from "../catalog-store.ts";
import type { Claim } from "../claim.ts";
import type { Product, ProductId } from "../product.ts";
import { findClaim, insertClaim } from "./claims.ts";
import type { Executor } from "./executor.ts";
import { isOnShelf, listingRowOf, productRowOf } from "./product-rows.ts";
import { listing, product } from "./schema.ts";

/** Within an immediate transaction, so nothing comes between a look and the writing. */
export function insertProduct(
  tx: Executor,
  made: Product,
  claim: Claim | null,
): "inserted" | SkuTaken | ClaimTaken {
  const { organizationId, createdAt: now } = made;
  if (claim !== null && findClaim(tx, organizationId, { id: claim.id, now }) !== null) {
    return { refused: "claim_taken" };
  }
  const by = holderOfSku(tx, made);
  if (by !== null) return { refused: "sku_taken", by };
  tx.insert(product).values(productRowOf(made)).run();
  tx.insert(listing).values(listingRowOf(made)).run();
  if (claim !== null) insertClaim(tx, claim, made);
  return "inserted";
}

/** The other product of the shelf that has this one's SKU. The unique index knows of one at most. */
export function holderOfSku(tx: Executor, { id, sku, ...shelf }: Product): ProductId | null {
  if (sku === null) return null;
  const other = and(isOnShelf(shelf), eq(product.sku, sku), ne(product.id, id));
  return tx.select({ id: product.id }).from(product).where(other).get()?.id ?? null;
}
