import type { Listing } from "./listing.ts";

export type ProductId = `prd_${string}`;

/** What is written under one environment is invisible to the other. */
export type Environment = "live" | "test";

/** Where products stand: those of one organization in one environment, which never meet any others. */
export interface Shelf {
  readonly organizationId: string;
  readonly environment: Environment;
}

export interface Price {
  /** In the currency's minor unit, such as cents. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** What the caller says of a product. */
export interface ProductFacts {
  readonly name: string;
  /** Unique on its shelf. */
  readonly sku: string | null;
  readonly category: string | null;
  readonly price: Price | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Product extends Shelf, ProductFacts {
  readonly id: ProductId;
  readonly listing: Listing;
  /** Counts every change, from 1: what `If-Match` names. */
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}
