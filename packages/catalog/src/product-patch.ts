import { isDeepStrictEqual } from "node:util";
import { CatalogError } from "./errors.ts";
import type { Price, Product, ProductFacts } from "./product.ts";

/** A JSON merge patch (RFC 7396) of a product: what is absent stays, `null` removes, objects are merged by name. */
export interface ProductPatch {
  readonly name?: string;
  readonly sku?: string | null;
  readonly category?: string | null;
  readonly price?: Partial<Price> | null;
  readonly attributes?: Readonly<Record<string, string | null>> | null;
}

export const mostAttributes = 50;

/**
 * The facts after the patch, or `null` when it changes none.
 * @throws CatalogError `product_invalid`
 */
export function patchedFacts(product: Product, patch: ProductPatch): ProductFacts | null {
  const facts = factsOf(product);
  const { price, attributes, ...plain } = patch;
  const patched: ProductFacts = {
    ...facts,
    ...plain,
    price: price === undefined ? facts.price : patchedPrice(facts.price, price),
    attributes: attributes === undefined ? facts.attributes : patchedAttributes(facts.attributes, attributes),
  };
  return isDeepStrictEqual(facts, patched) ? null : patched;
}

/** What the caller said of a product, without what became of it. */
export function factsOf({ name, sku, category, price, attributes }: ProductFacts): ProductFacts {
  return { name, sku, category, price, attributes };
}

function patchedPrice(price: Price | null, patch: Partial<Price> | null): Price | null {
  if (patch === null) return null;
  const { amount, currency } = { ...price, ...patch };
  if (amount !== undefined && currency !== undefined) return { amount, currency };
  throw new CatalogError("product_invalid", "A price needs an amount and a currency.");
}

function patchedAttributes(
  attributes: ProductFacts["attributes"],
  patch: Readonly<Record<string, string | null>> | null,
): ProductFacts["attributes"] {
  const merged: Readonly<Record<string, string | null>> = patch === null ? {} : { ...attributes, ...patch };
  const kept = Object.entries(merged).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  if (kept.length <= mostAttributes) return Object.fromEntries(kept);
  throw new CatalogError("product_invalid", `A product has at most ${mostAttributes} attributes.`);
}
