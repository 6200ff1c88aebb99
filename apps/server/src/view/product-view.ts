import type { Listing, Product } from "@katkey/catalog";
import type { ListingView, ProductView } from "./product-answer.ts";
import { timeOf } from "./time.ts";

/** A product as it leaves the server. */
export function productViewOf(product: Product): ProductView {
  const { id, name, sku, category, price, attributes, listing, version } = product;
  return {
    id,
    name,
    sku,
    category,
    price,
    attributes,
    listing: listingViewOf(listing),
    version,
    createdAt: timeOf(product.createdAt),
    updatedAt: timeOf(product.updatedAt),
  };
}

export function listingViewOf({ title, description, bullets, ...listing }: Listing): ListingView {
  const { version, engine, language, tone, createdAt } = listing;
  return { title, description, bullets, version, engine, language, tone, createdAt: timeOf(createdAt) };
}
