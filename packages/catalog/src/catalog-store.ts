import type { Claim, Claimed } from "./claim.ts";
import type { Listing } from "./listing.ts";
import type { Page } from "./page.ts";
import type { Product, ProductFacts, ProductId, Shelf } from "./product.ts";
import type { ProductPatch } from "./product-patch.ts";

export interface ProductQuery {
  /** Finds names, SKUs, categories and titles of listings, whatever their case. */
  readonly search?: string;
  /** Products that were made before this one. */
  readonly before?: ProductId;
  /** At least 1. */
  readonly limit: number;
}

export interface VersionQuery {
  /** Listings with a lower version. */
  readonly before?: number;
  /** At least 1. */
  readonly limit: number;
}

/** A change of one product. */
export interface ProductChange extends Shelf {
  readonly productId: ProductId;
  /** The change is made to one of these versions only; `null`: to whatever is there. */
  readonly versions: readonly number[] | null;
}

/** Why a change was not made: there is no such product on the shelf, or it is at a version that the change does not name. */
export type Unchanged =
  | { readonly refused: "not_found" }
  | { readonly refused: "changed"; readonly version: number };

/** Another product of the shelf has the SKU. */
export interface SkuTaken {
  readonly refused: "sku_taken";
  readonly by: ProductId;
}

/** Another request has the claim, since `claimLifetimeMs` at most. */
export interface ClaimTaken {
  readonly refused: "claim_taken";
}

/**
 * Where products are kept. Each method is one atomic unit, decided by what its
 * transaction sees, and durable when it resolves. A product of another shelf
 * is not found.
 */
export interface CatalogStore {
  /** The claim is written with the product. */
  insert(product: Product, claim: Claim | null): Promise<"inserted" | SkuTaken | ClaimTaken>;
  find(shelf: Shelf, productId: ProductId): Promise<Product | null>;
  /** Newest first. */
  list(shelf: Shelf, query: ProductQuery): Promise<Page<Product>>;
  /**
   * Merges the patch into what is stored. A patch that changes nothing leaves the version as it is.
   * @throws CatalogError `product_invalid`
   */
  update(
    change: ProductChange & { readonly patch: ProductPatch; readonly now: number },
  ): Promise<Product | Unchanged | SkuTaken>;
  /** With every version of its listing, for good. Of very many, the earlier ones go first, so that nobody waits. */
  remove(change: ProductChange): Promise<"removed" | Unchanged>;
  /** Adds the listing's next version; `changed` also when the product is no longer what the text is about. */
  addListing(
    change: ProductChange & { readonly about: ProductFacts; readonly listing: Omit<Listing, "version"> },
  ): Promise<Product | Unchanged>;
  /** Newest first. */
  listVersions(shelf: Shelf, productId: ProductId, query: VersionQuery): Promise<Page<Listing>>;
  findClaim(organizationId: string, id: string, now: number): Promise<Claimed | null>;
}
