import type { Language, ListingText, Tone } from "./listing.ts";
import type { Product, ProductFacts } from "./product.ts";

/** What a text engine is told. */
export interface Brief {
  readonly product: ProductFacts & Pick<Product, "id">;
  readonly language: Language;
  readonly tone: Tone;
  readonly keywords: readonly string[];
  /** The listing's version: with the product's id it seeds what varies. */
  readonly version: number;
}

/** Writes the text of a listing. */
export interface TextEngine {
  /** Says in answers which engine wrote: `template`, `chat:<model>`. */
  readonly name: string;
  /**
   * May take seconds. What exceeds `listingLimits` is refused by whoever asked.
   * @throws CatalogError `text_engine_failed`
   */
  write(brief: Brief): Promise<ListingText>;
}
