export { createSqliteCatalogStore } from "./catalog-store.ts";
export { catalogMigrations } from "./migrations.ts";
