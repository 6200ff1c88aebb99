import { and, eq, lte, ne } from "drizzle-orm";
import type { ProductChange, Unchanged } from "../catalog-store.ts";
import type { Product } from "../product.ts";
import { findToChange, isProduct } from "./change-product.ts";
import type { Executor } from "./executor.ts";
import { listing, product } from "./schema.ts";

/** Texts that are deleted in one transaction: a product can have more of them than others can wait for. */
const slice = 500;

/**
 * Takes a product away, or, while it has too many texts for one transaction, some of the earlier ones. Within an
 * immediate transaction.
 */
export function removeSome(tx: Executor, change: ProductChange): "removed" | "more" | Unchanged {
  const found = findToChange(tx, change);
  if ("refused" in found) return found;
  const oldest = oldestOf(tx, found);
  if (oldest === undefined || found.listing.version - oldest < slice) {
    tx.delete(listing).where(isTextOf(found)).run();
    tx.delete(product).where(isProduct(found)).run();
    return "removed";
  }
  tx.delete(listing)
    .where(
      and(
        isTextOf(found),
        lte(listing.version, oldest + slice - 1),
        ne(listing.version, found.listing.version),
      ),
    )
    .run();
  return "more";
}

/** Versions are counted without gaps. */
function oldestOf(tx: Executor, found: Product): number | undefined {
  const oldest = tx.select({ version: listing.version }).from(listing).where(isTextOf(found));
  return oldest.orderBy(listing.version).limit(1).get()?.version;
}

function isTextOf({ id, organizationId, environment }: Product) {
  return and(
    eq(listing.productId, id),
    eq(listing.organizationId, organizationId),
    eq(listing.environment, environment),
  );
}
