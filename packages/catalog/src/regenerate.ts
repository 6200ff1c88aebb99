import type { ProductChange } from "./catalog-store.ts";
import type { Catalog } from "./catalog.ts";
import type { Language, Tone } from "./listing.ts";
import { draftListing } from "./listing-draft.ts";
import { factsOf } from "./product-patch.ts";
import type { Product, Shelf } from "./product.ts";
import { refusalOf } from "./refusal.ts";

/** A text takes seconds, and somebody who changes the product that often will regenerate it anyway. */
const attempts = 3;

export interface RegenerateRequest extends Pick<ProductChange, "productId" | "versions"> {
  /** Absent: as the listing has it now. */
  readonly language?: Language;
  /** Absent: as the listing has it now. */
  readonly tone?: Tone;
  readonly keywords: readonly string[];
  readonly now: number;
}

/**
 * Writes a new version of a product's listing and keeps the earlier ones. The engine writes outside of any
 * transaction: when what is said of the product changes meanwhile, it writes again.
 * @throws CatalogError `product_not_found`, `product_changed`, `text_engine_failed`
 */
export async function regenerate(
  catalog: Catalog,
  shelf: Shelf,
  request: RegenerateRequest,
): Promise<Product> {
  const { organizationId, environment } = shelf;
  const { productId, versions } = request;
  for (let attempt = 1; ; attempt += 1) {
    const about = await catalog.store.find(shelf, productId);
    if (about === null) throw refusalOf({ refused: "not_found" });
    const { version: stored } = about;
    if (versions !== null && !versions.includes(stored))
      throw refusalOf({ refused: "changed", version: stored });
    const { version: _, ...listing } = await draftListing(
      catalog.engine,
      briefOf(about, request),
      request.now,
    );
    const change = { organizationId, environment, productId, versions, about, listing };
    const outcome = await catalog.store.addListing(change);
    if (!("refused" in outcome)) return outcome;
    if (outcome.refused === "not_found" || attempt === attempts) throw refusalOf(outcome);
  }
}

function briefOf(product: Product, { language, tone, keywords }: RegenerateRequest) {
  const { id, listing } = product;
  return {
    product: { ...factsOf(product), id },
    language: language ?? listing.language,
    tone: tone ?? listing.tone,
    keywords,
    version: listing.version + 1,
  };
}
