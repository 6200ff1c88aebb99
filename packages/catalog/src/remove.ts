import type { ProductChange } from "./catalog-store.ts";
import type { Catalog } from "./catalog.ts";
import type { Shelf } from "./product.ts";
import { refusalOf } from "./refusal.ts";

/**
 * Takes a product from its shelf, with every text that was written for it, for good. Its SKU is free again.
 * @throws CatalogError `product_not_found`, `product_changed`
 */
export async function remove(
  { store }: Catalog,
  shelf: Shelf,
  { productId, versions }: Pick<ProductChange, "productId" | "versions">,
): Promise<void> {
  const { organizationId, environment } = shelf;
  const outcome = await store.remove({ organizationId, environment, productId, versions });
  if (outcome !== "removed") throw refusalOf(outcome);
}
