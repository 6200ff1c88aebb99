import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { languages, tones } from "../listing.ts";
import type { ProductId } from "../product.ts";

// No reference to the table of organizations: the catalog does not know the package that has it.
const shelf = () => ({
  organizationId: text("organization_id").notNull(),
  environment: text({ enum: ["live", "test"] }).notNull(),
});

export const product = sqliteTable(
  "product",
  {
    id: text().$type<ProductId>().primaryKey(),
    ...shelf(),
    name: text().notNull(),
    sku: text(),
    category: text(),
    priceAmount: integer("price_amount"),
    priceCurrency: text("price_currency"),
    attributes: text({ mode: "json" }).$type<Readonly<Record<string, string>>>().notNull(),
    // What a search looks through, case-folded by us: SQLite's lower() knows ASCII only.
    folded: text().notNull(),
    version: integer().notNull(),
    listingVersion: integer("listing_version").notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("product_sku")
      .on(table.organizationId, table.environment, table.sku)
      .where(sql`sku is not null`),
    // With the text that is searched, so that a search reads this and none of the products.
    index("product_by_shelf").on(table.organizationId, table.environment, table.id, table.folded),
  ],
);

export const listing = sqliteTable(
  "listing",
  {
    productId: text("product_id").$type<ProductId>().notNull(),
    version: integer().notNull(),
    ...shelf(),
    title: text().notNull(),
    description: text().notNull(),
    bullets: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    engine: text().notNull(),
    language: text({ enum: languages }).notNull(),
    tone: text({ enum: tones }).notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.version] }),
    foreignKey({ columns: [table.productId], foreignColumns: [product.id], name: "listing_product" }),
  ],
);

/** Requests that are to be done once, each with the product that it made. Forgotten after a day. */
export const productClaim = sqliteTable(
  "product_claim",
  {
    id: text().primaryKey(),
    organizationId: text("organization_id").notNull(),
    fingerprint: text().notNull(),
    objectId: text("object_id").$type<ProductId>().notNull(),
    at: integer().notNull(),
  },
  (table) => [index("product_claim_by_age").on(table.organizationId, table.at)],
);
