export type { CatalogStore } from "./catalog-store.ts";
export { CatalogError, type CatalogErrorCode } from "./errors.ts";
export { languages, tones } from "./listing.ts";
export type { Product, ProductId } from "./product.ts";
export type { TextEngine } from "./text-engine.ts";
