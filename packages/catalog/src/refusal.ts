import type { Unchanged } from "./catalog-store.ts";
import { CatalogError } from "./errors.ts";

/** Why a change was not made, as the caller learns it. */
export function refusalOf(outcome: Unchanged | "sku_taken" | "claim_taken"): CatalogError {
  return new CatalogError(codeOf[outcome], messageOf[outcome]);
}

const codeOf = {
  not_found: "product_not_found",
  changed: "product_changed",
  sku_taken: "sku_taken",
  claim_taken: "idempotency_in_progress",
} as const;

const messageOf = {
  not_found: "There is no such product.",
  changed: "The product has changed meanwhile. Look again.",
  sku_taken: "Another product already has this SKU.",
  claim_taken: "Another request with this Idempotency-Key is still running, or has just ended.",
} as const satisfies Record<keyof typeof codeOf, string>;
