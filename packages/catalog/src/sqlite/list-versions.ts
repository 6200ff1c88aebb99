import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { CatalogStore } from "../catalog-store.ts";
import type { Executor } from "./executor.ts";
import { pageOf } from "./page-of.ts";
import { listingOf } from "./product-rows.ts";
import { listing } from "./schema.ts";

export function prepareListVersions(db: Executor): CatalogStore["listVersions"] {
  const versions = db
    .select()
    .from(listing)
    .where(
      and(
        eq(listing.organizationId, sql.placeholder("organizationId")),
        eq(listing.environment, sql.placeholder("environment")),
        eq(listing.productId, sql.placeholder("productId")),
        lt(listing.version, sql.placeholder("before")),
      ),
    )
    .orderBy(desc(listing.version))
    .limit(sql.placeholder("rows"))
    .prepare();

  return async (shelf, productId, { before = Number.MAX_SAFE_INTEGER, limit }) => {
    const rows = versions.all({ ...shelf, productId, before, rows: limit + 1 });
    return pageOf(rows.map(listingOf), limit, ({ version }) => String(version));
  };
}
