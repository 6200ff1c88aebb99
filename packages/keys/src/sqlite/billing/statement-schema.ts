import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Month } from "../../billing/month.ts";
import { plans } from "../../organizations/plan.ts";
import { organizationId } from "../schema.ts";

/** The bill of a month that is over, frozen: plan and price too are those of the moment in which it was closed. */
export const statement = sqliteTable(
  "statement",
  {
    organizationId: organizationId(),
    month: text().$type<Month>().notNull(),
    closedAt: integer("closed_at").notNull(),
    plan: text({ enum: plans }).notNull(),
    currency: text().notNull(),
    fee: integer().notNull(),
    included: integer().notNull(),
    pricePerThousand: integer("price_per_thousand").notNull(),
    requests: integer().notNull(),
    requestsBeyond: integer("requests_beyond").notNull(),
    amountBeyond: integer("amount_beyond").notNull(),
    total: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.month] })],
);
