import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { ProductQuery } from "../catalog-store.ts";
import type { Page } from "../page.ts";
import type { Product, ProductId, Shelf } from "../product.ts";
import type { Executor } from "./executor.ts";
import { foldedOf } from "./folded.ts";
import { pageOf } from "./page-of.ts";
import { productOf, selectProducts } from "./product-rows.ts";
import { product } from "./schema.ts";

/** Sorts behind every id. */
const afterAll = "prd_~";

/** What most requests read, prepared once: making a statement takes several times as long as running it. */
export function prepareReads(db: Executor) {
  const isOnShelf = and(
    eq(product.organizationId, sql.placeholder("organizationId")),
    eq(product.environment, sql.placeholder("environment")),
  );
  const one = selectProducts(db)
    .where(and(isOnShelf, eq(product.id, sql.placeholder("productId"))))
    .prepare();
  const page = selectProducts(db)
    .where(
      and(
        isOnShelf,
        lt(product.id, sql.placeholder("before")),
        // An empty text is a part of every other.
        sql`instr(${product.folded}, ${sql.placeholder("search")})`,
      ),
    )
    .orderBy(desc(product.id))
    .limit(sql.placeholder("rows"))
    .prepare();

  return {
    find({ organizationId, environment }: Shelf, productId: ProductId): Product | null {
      const row = one.get({ organizationId, environment, productId });
      return row === undefined ? null : productOf(row);
    },

    list({ organizationId, environment }: Shelf, query: ProductQuery): Page<Product> {
      const { search = "", before = afterAll, limit } = query;
      const values = { organizationId, environment, before, search: foldedOf(search), rows: limit + 1 };
      return pageOf(page.all(values).map(productOf), limit, ({ id }) => id);
    },
  };
}
