import { setImmediate as nextTurn } from "node:timers/promises";
import { countBilled } from "./billed-requests.ts";
import type { Billing } from "./billing.ts";
import { chargesOf } from "./charges.ts";
import type { OrganizationId } from "../id.ts";
import { monthOf, startOfMonth } from "./month.ts";
import { closingOf } from "./statement.ts";
import type { DueStatement } from "./statement-store.ts";

/** Organizations that are closed before it is asked again which are due. */
const batch = 100;

interface Closing {
  readonly now: number;
  /** Absent: all organizations. */
  readonly organizationId?: OrganizationId;
}

/**
 * Gives every month that is over its statement, oldest first. What has its statement is left alone,
 * so it goes on where a process was killed, and several may do it at once.
 * @throws KeyError `busy`
 */
export async function closeDueMonths(billing: Billing, { now, organizationId }: Closing): Promise<void> {
  const before = monthOf(Math.min(now, billing.settled?.() ?? now));
  const whose = organizationId === undefined ? {} : { organizationId };
  const listDue = () => billing.statements.listDue({ ...whose, before, limit: batch });
  let due = await listDue();
  if (due.length === 0) return;

  // First of all: what is summed below must not grow afterwards, whatever another process's clock says.
  await billing.usage.closeBefore(startOfMonth(before));
  for (; due.length > 0; due = await listDue()) {
    for (const one of due) {
      await closeMonth(billing, one, now);
      // A long list must not hold up the requests that wait meanwhile.
      await nextTurn();
    }
  }
}

/** Without effect when another process was first, or the plan has just changed: then it is due again. */
async function closeMonth(
  { usage, statements, prices }: Billing,
  { organization: { id: organizationId, plan }, month }: DueStatement,
  now: number,
): Promise<void> {
  const requests = await countBilled(usage, { organizationId, month });
  const statement = { organizationId, month, closedAt: now, ...chargesOf(plan, prices, requests) };
  await statements.insert(statement, closingOf(statement));
}
