import type { Database } from "better-sqlite3";
import { and, desc, eq, lt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { StatementStore } from "../../billing/statement-store.ts";
import { pageOf } from "../page-of.ts";
import { recorded } from "../recorded.ts";
import { statement } from "./statement-schema.ts";
import { findDue, insertStatement, statementOf } from "./statements.ts";

export function createSqliteStatementStore(database: Database): StatementStore {
  const db = drizzle(database);

  return {
    listDue: async (query) => findDue(db, query),

    insert: async (row, deed) => recorded(db, deed, { done: true, change: (tx) => insertStatement(tx, row) }),

    async list(organizationId, { before, limit }) {
      const rows = db
        .select()
        .from(statement)
        .where(and(eq(statement.organizationId, organizationId), before && lt(statement.month, before)))
        .orderBy(desc(statement.month))
        .limit(limit + 1)
        .all();
      return pageOf(rows.map(statementOf), limit, ({ month }) => month);
    },

    async find(organizationId, month) {
      const match = and(eq(statement.organizationId, organizationId), eq(statement.month, month));
      const row = db.select().from(statement).where(match).get();
      return row === undefined ? null : statementOf(row);
    },
  };
}
