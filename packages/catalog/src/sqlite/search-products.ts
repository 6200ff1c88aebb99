import { setImmediate as nextTurn } from "node:timers/promises";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { ProductId, Shelf } from "../product.ts";
import type { Executor } from "./executor.ts";
import { product } from "./schema.ts";

/** Products that are looked at before others have their turn: some tenths of a millisecond. */
const slice = 500;

interface Search {
  /** Folded. An empty text is a part of every other. */
  readonly text: string;
  readonly before: string;
  readonly most: number;
}

/**
 * Prepares the search for what stands on a shelf: the ids, newest first. It reads an index and no product, and
 * a long shelf slice by slice, because one query through all of it would hold up every request of everybody.
 */
export function prepareSearch(db: Executor) {
  const look = db
    .select({
      id: product.id,
      isFound: sql<0 | 1>`instr(${product.folded}, ${sql.placeholder("text")}) > 0`,
    })
    .from(product)
    .where(
      and(
        eq(product.organizationId, sql.placeholder("organizationId")),
        eq(product.environment, sql.placeholder("environment")),
        lt(product.id, sql.placeholder("before")),
      ),
    )
    .orderBy(desc(product.id))
    .limit(sql.placeholder("rows"))
    .prepare();

  return async (shelf: Shelf, { text, before, most }: Search): Promise<readonly ProductId[]> => {
    const rows = text === "" ? most : slice;
    const found: ProductId[] = [];
    let end = before;
    for (;;) {
      const looked = look.all({ ...shelf, text, before: end, rows });
      found.push(...looked.flatMap(({ id, isFound }) => (isFound === 1 ? [id] : [])));
      end = looked.at(-1)?.id ?? end;
      if (looked.length < rows || found.length >= most) return found.slice(0, most);
      await nextTurn();
    }
  };
}
