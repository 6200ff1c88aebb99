import { and, asc, eq, lt, max, sql } from "drizzle-orm";
import { monthOf, nextMonth, previousMonth, startOfMonth, type Month } from "../../billing/month.ts";
import type { DueQuery, DueStatement } from "../../billing/statement-store.ts";
import type { Statement } from "../../billing/statement.ts";
import type { Executor } from "../executor.ts";
import { organization } from "../schema.ts";
import { statement } from "./statement-schema.ts";

/**
 * Organizations whose last statement is of an earlier month than the last that is over. Months are closed
 * in their order, so those before it have theirs.
 */
export function findDue(db: Executor, { before, organizationId, limit }: DueQuery): readonly DueStatement[] {
  const last = db
    .select({ month: max(statement.month) })
    .from(statement)
    .where(eq(statement.organizationId, organization.id));
  return db
    .select({
      id: organization.id,
      plan: organization.plan,
      createdAt: organization.createdAt,
      last: sql<Month | null>`${last}`,
    })
    .from(organization)
    .where(
      and(
        organizationId && eq(organization.id, organizationId),
        lt(organization.createdAt, startOfMonth(before)),
        sql`coalesce(${last}, '') < ${previousMonth(before)}`,
      ),
    )
    .orderBy(asc(organization.id))
    .limit(limit)
    .all()
    .map(({ id, plan, createdAt, last }) => ({
      organization: { id, plan },
      month: last === null ? monthOf(createdAt) : nextMonth(last),
    }));
}

/** That there is none yet, and which plan counts, is seen by the statement that inserts. */
export function insertStatement(tx: Executor, row: Statement): boolean {
  const { organizationId, month, plan, currency, price } = row;
  const { changes } = tx.run(sql`
    insert into statement (organization_id, month, closed_at, plan, currency, fee, included, price_per_thousand,
      requests, requests_beyond, amount_beyond, total)
    select id, ${month}, ${row.closedAt}, plan, ${currency}, ${price.fee}, ${price.included},
      ${price.pricePerThousand}, ${row.requests}, ${row.requestsBeyond}, ${row.amountBeyond}, ${row.total}
    from organization
    where id = ${organizationId} and plan = ${plan} and not exists (
      select 1 from statement where organization_id = ${organizationId} and month = ${month})`);
  return changes === 1;
}

export function statementOf(row: typeof statement.$inferSelect): Statement {
  const { fee, included, pricePerThousand, ...rest } = row;
  return { ...rest, price: { fee, included, pricePerThousand } };
}
