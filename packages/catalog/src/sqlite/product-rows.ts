import { and, eq, getTableColumns } from "drizzle-orm";
import type { Listing } from "../listing.ts";
import type { Product, ProductId, Shelf } from "../product.ts";
import type { Executor } from "./executor.ts";
import { searchedOf } from "./folded.ts";
import { listing, product } from "./schema.ts";

/** Products with the listing that is theirs now; narrow them down with `where`. */
export function selectProducts(db: Executor) {
  const { folded: _, ...columns } = getTableColumns(product);
  return db
    .select({ product: columns, listing: getTableColumns(listing) })
    .from(product)
    .innerJoin(
      listing,
      and(
        eq(listing.productId, product.id),
        eq(listing.version, product.listingVersion),
        eq(listing.organizationId, product.organizationId),
      ),
    )
    .$dynamic();
}

type ProductRow = ReturnType<ReturnType<typeof selectProducts>["all"]>[number];

export function findProduct(db: Executor, shelf: Shelf, productId: ProductId): Product | null {
  const row = selectProducts(db)
    .where(and(isOnShelf(shelf), eq(product.id, productId)))
    .get();
  return row === undefined ? null : productOf(row);
}

export function isOnShelf({ organizationId, environment }: Shelf) {
  return and(eq(product.organizationId, organizationId), eq(product.environment, environment));
}

export function productOf({ product: row, listing: text }: ProductRow): Product {
  const { priceAmount: amount, priceCurrency: currency, listingVersion: _, ...rest } = row;
  const price = amount === null || currency === null ? null : { amount, currency };
  return { ...rest, price, listing: listingOf(text) };
}

export function listingOf(row: typeof listing.$inferSelect): Listing {
  const { productId: _, organizationId: __, environment: ___, ...text } = row;
  return text;
}

export function productRowOf({ price, listing: text, ...rest }: Product): typeof product.$inferInsert {
  return {
    ...rest,
    priceAmount: price?.amount ?? null,
    priceCurrency: price?.currency ?? null,
    listingVersion: text.version,
    folded: searchedOf({ ...rest, price, listing: text }),
  };
}

export function listingRowOf(of: Product): typeof listing.$inferInsert {
  const { id: productId, organizationId, environment } = of;
  return { productId, organizationId, environment, ...of.listing };
}
