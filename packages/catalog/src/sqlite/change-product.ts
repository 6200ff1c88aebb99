import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { ProductChange, SkuTaken, Unchanged } from "../catalog-store.ts";
import type { Listing } from "../listing.ts";
import { factsOf, patchedFacts, type ProductPatch } from "../product-patch.ts";
import type { Product, ProductFacts } from "../product.ts";
import type { Executor } from "./executor.ts";
import { holderOfSku } from "./insert-product.ts";
import { findProduct, isOnShelf, listingRowOf, productRowOf } from "./product-rows.ts";
import { listing, product } from "./schema.ts";

// Each of these runs within an immediate transaction: what it finds is what it changes.

export function updateProduct(
  tx: Executor,
  change: ProductChange & { readonly patch: ProductPatch; readonly now: number },
): Product | Unchanged | SkuTaken {
  const found = findToChange(tx, change);
  if ("refused" in found) return found;
  const facts = patchedFacts(found, change.patch);
  if (facts === null) return found;
  const changed = { ...found, ...facts, ...nextVersion(found, change.now) };
  const by = holderOfSku(tx, changed);
  if (by !== null) return { refused: "sku_taken", by };
  writeProduct(tx, changed);
  return changed;
}

export function addListing(
  tx: Executor,
  change: ProductChange & { readonly about: ProductFacts; readonly listing: Omit<Listing, "version"> },
): Product | Unchanged {
  const found = findToChange(tx, change);
  if ("refused" in found) return found;
  if (!isDeepStrictEqual(factsOf(found), factsOf(change.about))) return overtakenBy(found);
  const text = { ...change.listing, version: found.listing.version + 1 };
  const changed = { ...found, listing: text, ...nextVersion(found, text.createdAt) };
  tx.insert(listing).values(listingRowOf(changed)).run();
  writeProduct(tx, changed);
  return changed;
}

export function findToChange(tx: Executor, change: ProductChange): Product | Unchanged {
  const found = findProduct(tx, change, change.productId);
  if (found === null) return { refused: "not_found" };
  return change.versions === null || change.versions.includes(found.version) ? found : overtakenBy(found);
}

function overtakenBy({ version }: Product): Unchanged {
  return { refused: "changed", version };
}

/** A clock that was set back must not make a product look older than its last change. */
function nextVersion({ version, updatedAt }: Product, now: number) {
  return { version: version + 1, updatedAt: Math.max(updatedAt, now) };
}

function writeProduct(tx: Executor, changed: Product): void {
  tx.update(product).set(productRowOf(changed)).where(isProduct(changed)).run();
}

export function isProduct(of: Product) {
  return and(isOnShelf(of), eq(product.id, of.id));
}
