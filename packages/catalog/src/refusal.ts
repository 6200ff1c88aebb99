import type { ClaimTaken, SkuTaken, Unchanged } from "./catalog-store.ts";
import { CatalogError } from "./errors.ts";

/** Why a change was not made, as the caller learns it. */
export function refusalOf(outcome: Unchanged | SkuTaken | ClaimTaken): CatalogError {
  switch (outcome.refused) {
    case "not_found":
      return new CatalogError("product_not_found", "There is no such product.");
    case "changed":
      return overtakenBy(outcome.version);
    case "sku_taken":
      return takenBy(outcome.by);
    case "claim_taken":
      return new CatalogError(
        "idempotency_in_progress",
        "Another request with this Idempotency-Key is still running, or has just ended.",
      );
  }
}

function overtakenBy(version: number): CatalogError {
  const message = `The product has changed meanwhile: it is at version ${version} now. Look again.`;
  return new CatalogError("product_changed", message, { facts: { version } });
}

function takenBy(productId: SkuTaken["by"]): CatalogError {
  const message = `Another product already has this SKU: ${productId}.`;
  return new CatalogError("sku_taken", message, { facts: { productId } });
}
