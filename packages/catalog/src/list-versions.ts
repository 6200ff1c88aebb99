import type { VersionQuery } from "./catalog-store.ts";
import type { Catalog } from "./catalog.ts";
import type { Listing } from "./listing.ts";
import type { Page } from "./page.ts";
import type { ProductId, Shelf } from "./product.ts";
import { refusalOf } from "./refusal.ts";

export interface VersionsRequest extends VersionQuery {
  readonly productId: ProductId;
}

/**
 * Everything that was ever written for a product, newest first.
 * @throws CatalogError `product_not_found`
 */
export async function listVersions(
  { store }: Catalog,
  shelf: Shelf,
  { productId, ...query }: VersionsRequest,
): Promise<Page<Listing>> {
  if ((await store.find(shelf, productId)) === null) throw refusalOf({ refused: "not_found" });
  return store.listVersions(shelf, productId, query);
}
