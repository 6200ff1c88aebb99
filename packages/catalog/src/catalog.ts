import type { CatalogStore } from "./catalog-store.ts";
import type { ProductId } from "./product.ts";
import type { TextEngine } from "./text-engine.ts";

/** What the verbs work with. */
export interface Catalog {
  readonly store: CatalogStore;
  readonly engine: TextEngine;
  /** An id that nobody has. Ids sort by the millisecond in which they were made, so lists page by them. */
  newId(now: number): ProductId;
}
