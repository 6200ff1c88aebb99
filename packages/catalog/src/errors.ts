import type { ProductId } from "./product.ts";

/** Why the catalog refused something. Closed: a new code needs a row in every transport's table. */
export type CatalogErrorCode =
  | "product_not_found"
  | "product_changed"
  | "product_invalid"
  | "sku_taken"
  | "text_engine_failed"
  | "idempotency_in_progress";

/** What a program can go on with. */
interface CatalogFacts {
  /** With `product_changed`: which is stored now. */
  readonly version?: number;
  /** With `sku_taken`: the product that has it, on the same shelf. */
  readonly productId?: ProductId;
}

/** A refused request. Nothing was written. Compare `code`, never `message`. */
export class CatalogError extends Error {
  override readonly name = "CatalogError";
  readonly code: CatalogErrorCode;
  readonly facts: CatalogFacts;

  constructor(
    code: CatalogErrorCode,
    message: string,
    { facts = {}, ...options }: ErrorOptions & { readonly facts?: CatalogFacts } = {},
  ) {
    super(message, options);
    this.code = code;
    this.facts = facts;
  }
}
