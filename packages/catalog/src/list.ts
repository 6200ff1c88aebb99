import type { ProductQuery } from "./catalog-store.ts";
import type { Catalog } from "./catalog.ts";
import type { Page } from "./page.ts";
import type { Product, Shelf } from "./product.ts";

/** The products of a shelf, newest first. The next page begins before `nextCursor`. */
export async function list({ store }: Catalog, shelf: Shelf, query: ProductQuery): Promise<Page<Product>> {
  return store.list(shelf, query);
}
