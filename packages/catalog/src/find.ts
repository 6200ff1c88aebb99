import type { Catalog } from "./catalog.ts";
import type { Product, ProductId, Shelf } from "./product.ts";
import { refusalOf } from "./refusal.ts";

/** @throws CatalogError `product_not_found`, for a product of another shelf too */
export async function find({ store }: Catalog, shelf: Shelf, productId: ProductId): Promise<Product> {
  const product = await store.find(shelf, productId);
  if (product === null) throw refusalOf({ refused: "not_found" });
  return product;
}
