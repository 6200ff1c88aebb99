/** Why the catalog refused something. Closed: a new code needs a row in every transport's table. */
export type CatalogErrorCode =
  | "product_not_found"
  | "product_changed"
  | "product_invalid"
  | "sku_taken"
  | "text_engine_failed"
  | "idempotency_in_progress";

/** A refused request. Nothing was written. Compare `code`, never `message`. */
export class CatalogError extends Error {
  override readonly name = "CatalogError";
  readonly code: CatalogErrorCode;

  constructor(code: CatalogErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
