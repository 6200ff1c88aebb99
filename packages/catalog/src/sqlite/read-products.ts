import { and, eq, sql } from "drizzle-orm";
import type { ProductQuery } from "../catalog-store.ts";
import type { Page } from "../page.ts";
import type { Product, ProductId, Shelf } from "../product.ts";
import type { Executor } from "./executor.ts";
import { foldedOf } from "./folded.ts";
import { productOf, selectProducts } from "./product-rows.ts";
import { product } from "./schema.ts";
import { prepareSearch } from "./search-products.ts";

/** Sorts behind every id. */
const afterAll = "prd_~";

/** A page ends with the product whose attributes go beyond this many characters: whoever reads it slowly holds all of it in memory. */
const mostText = 500_000;

/** What most requests read, prepared once: making a statement takes several times as long as running it. */
export function prepareReads(db: Executor) {
  const search = prepareSearch(db);
  const one = selectProducts(db)
    .where(
      and(
        eq(product.organizationId, sql.placeholder("organizationId")),
        eq(product.environment, sql.placeholder("environment")),
        eq(product.id, sql.placeholder("productId")),
      ),
    )
    .prepare();

  function find({ organizationId, environment }: Shelf, productId: ProductId): Product | null {
    const row = one.get({ organizationId, environment, productId });
    return row === undefined ? null : productOf(row);
  }

  async function list(shelf: Shelf, query: ProductQuery): Promise<Page<Product>> {
    const { search: text = "", before = afterAll, limit } = query;
    const ids = await search(shelf, { text: foldedOf(text), before, most: limit + 1 });
    const items: Product[] = [];
    let room = mostText;
    for (const [index, id] of ids.entries()) {
      if (index === limit || room < 0) return { items, nextCursor: ids[index - 1] ?? null };
      const found = find(shelf, id);
      // It may have been removed since the search.
      if (found === null) continue;
      items.push(found);
      room -= Object.values(found.attributes).join("").length;
    }
    return { items, nextCursor: null };
  }

  return { find, list };
}
