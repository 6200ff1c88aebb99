import type { Catalog } from "./catalog.ts";
import type { ProductChange } from "./catalog-store.ts";
import type { ProductPatch } from "./product-patch.ts";
import type { Product, Shelf } from "./product.ts";
import { refusalOf } from "./refusal.ts";

export interface UpdateRequest extends Pick<ProductChange, "productId" | "versions"> {
  readonly patch: ProductPatch;
  readonly now: number;
}

/**
 * Changes what is said of a product. Its listing stays until it is regenerated.
 * @throws CatalogError `product_not_found`, `product_changed`, `product_invalid`, `sku_taken`
 */
export async function update({ store }: Catalog, shelf: Shelf, request: UpdateRequest): Promise<Product> {
  const { organizationId, environment } = shelf;
  const outcome = await store.update({ ...request, organizationId, environment });
  if ("refused" in outcome) throw refusalOf(outcome);
  return outcome;
}
