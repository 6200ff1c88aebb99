import type { Catalog } from "./catalog.ts";
import type { Claim } from "./claim.ts";
import { draftListing } from "./listing-draft.ts";
import { factsOf } from "./product-patch.ts";
import type { Product, ProductFacts, Shelf } from "./product.ts";
import { refusalOf } from "./refusal.ts";
import type { Brief } from "./text-engine.ts";

export interface CreateRequest extends ProductFacts, Pick<Brief, "language" | "tone" | "keywords"> {
  readonly now: number;
  /** For a request that is to be done once. */
  readonly claim: Claim | null;
}

/**
 * Puts a product on a shelf, with the first text of its listing.
 * @throws CatalogError `sku_taken`, `text_engine_failed`, `idempotency_in_progress`
 */
export async function create(catalog: Catalog, shelf: Shelf, request: CreateRequest): Promise<Product> {
  const { now, claim, language, tone, keywords } = request;
  const { organizationId, environment } = shelf;
  const named = { ...factsOf(request), id: catalog.newId(now) };
  const brief = { product: named, language, tone, keywords, version: 1 };
  const listing = await draftListing(catalog.engine, brief, now);
  const made = { ...named, organizationId, environment, listing, version: 1, createdAt: now, updatedAt: now };
  const outcome = await catalog.store.insert(made, claim);
  if (outcome !== "inserted") throw refusalOf(outcome);
  return made;
}
