import type { CatalogErrorCode } from "@katkey/catalog";
import type { KeyErrorCode } from "@katkey/keys";
import type { ProblemDefinition } from "./definition.ts";

/** What can be refused about products. A code that keys have too means the same there. */
export type ProductProblemCode = Exclude<CatalogErrorCode, KeyErrorCode>;

export const productProblems = {
  product_not_found: {
    status: 404,
    title: "There is no such product",
    cause:
      "No product of this organization has this id. A live key sees live products only, a test key test ones.",
    fix: "Look the id up with GET /v1/products.",
  },
  product_changed: {
    status: 409,
    title: "The product keeps changing",
    cause: "While a text was being written, others changed the product again and again.",
    fix: "Try again when the product rests.",
  },
  product_invalid: {
    status: 422,
    title: "The product would not be valid",
    cause: "Merged into what is stored, the patch leaves half a price or more than 50 attributes.",
    fix: "Send amount and currency together, or `null` for no price; remove attributes by sending `null` for them.",
  },
  sku_taken: {
    status: 409,
    title: "The SKU is taken",
    cause: "Another product of the organization has this SKU in this environment.",
    fix: "`productId` says which: change that one, or choose another SKU.",
  },
  text_engine_failed: {
    status: 502,
    title: "No text could be written",
    cause: "The text engine of this installation did not answer, or not with a text. Nothing was changed.",
    fix: "Try again later. If it stays, give the operator the request id in `instance`.",
  },
} as const satisfies Record<ProductProblemCode, ProblemDefinition>;
