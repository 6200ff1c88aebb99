import type { create, regenerate, update } from "@katkey/catalog";
import type { When } from "./when.ts";

type CreateRequest = Parameters<typeof create>[2];

/** A product, and what became of it. */
export interface ProductStory
  extends
    Omit<CreateRequest, "now" | "claim" | "tone" | "keywords">,
    Partial<Pick<CreateRequest, "tone" | "keywords">> {
  readonly created: When;
  /** `live` unless told. */
  readonly environment?: "test";
  /** Each writes a version of the listing. */
  readonly rewritten?: readonly (Pick<Parameters<typeof regenerate>[2], "language" | "tone"> & {
    readonly at: When;
  })[];
  readonly updated?: Pick<Parameters<typeof update>[2], "patch"> & { readonly at: When };
}
