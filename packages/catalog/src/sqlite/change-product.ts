import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { ProductChange, Unchanged } from "../catalog-store.ts";
import type { Listing } from "../listing.ts";
import { factsOf, patchedFacts, type ProductPatch } from "../product-patch.ts";
import type { Product, ProductFacts } from "../product.ts";
import type { Executor } from "./executor.ts";
import { isSkuTaken } from "./insert-product.ts";
import { findProduct, isOnShelf, listingRowOf, productRowOf } from "./product-rows.ts";
import { listing, product } from "./schema.ts";

// Each of these runs within an immediate transaction: what it finds is what it changes.

export function updateProduct(
  tx: Executor,
  change: ProductChange & { readonly patch: ProductPatch; readonly now: number },
): Product | Unchanged | "sku_taken" {
  const found = findToChange(tx, change);
  if (typeof found === "string") return found;
  const facts = patchedFacts(found, change.patch);
  if (facts === null) return found;
  const changed = { ...found, ...facts, ...nextVersion(found, change.now) };
  if (isSkuTaken(tx, changed)) return "sku_taken";
  writeProduct(tx, changed);
  return changed;
}

export function addListing(
  tx: Executor,
  change: ProductChange & { readonly about: ProductFacts; readonly listing: Omit<Listing, "version"> },
): Product | Unchanged {
  const found = findToChange(tx, change);
  if (typeof found === "string") return found;
  if (!isDeepStrictEqual(factsOf(found), factsOf(change.about))) return "changed";
  const text = { ...change.listing, version: found.listing.version + 1 };
  const changed = { ...found, listing: text, ...nextVersion(found, text.createdAt) };
  tx.insert(listing).values(listingRowOf(changed)).run();
  writeProduct(tx, changed);
  return changed;
}

export function removeProduct(tx: Executor, change: ProductChange): "removed" | Unchanged {
  const found = findToChange(tx, change);
  if (typeof found === "string") return found;
  const { organizationId, environment } = change;
  tx.delete(listing)
    .where(
      and(
        eq(listing.productId, found.id),
        eq(listing.organizationId, organizationId),
        eq(listing.environment, environment),
      ),
    )
    .run();
  tx.delete(product).where(isProduct(found)).run();
  return "removed";
}

function findToChange(tx: Executor, change: ProductChange): Product | Unchanged {
  const found = findProduct(tx, change, change.productId);
  if (found === null) return "not_found";
  return change.versions === null || change.versions.includes(found.version) ? found : "changed";
}

/** A clock that was set back must not make a product look older than its last change. */
function nextVersion({ version, updatedAt }: Product, now: number) {
  return { version: version + 1, updatedAt: Math.max(updatedAt, now) };
}

function writeProduct(tx: Executor, changed: Product): void {
  tx.update(product).set(productRowOf(changed)).where(isProduct(changed)).run();
}

function isProduct(of: Product) {
  return and(isOnShelf(of), eq(product.id, of.id));
}
