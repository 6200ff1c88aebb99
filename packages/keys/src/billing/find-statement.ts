import type { Act, Reader } from "../actor.ts";
import { assertSeesBilling } from "./billing-authority.ts";
import type { Billing } from "./billing.ts";
import { KeyError } from "../errors.ts";
import { nextMonth, type Month } from "./month.ts";
import { findRunningMonth } from "./running-month.ts";
import type { Statement } from "./statement.ts";

/**
 * The statement of a month.
 * @throws KeyError `statement_not_found`, `environment_not_allowed` for a test key, `busy`
 */
export async function findStatement(billing: Billing, act: Act<Reader>, month: Month): Promise<Statement> {
  assertSeesBilling(act);
  const running = await findRunningMonth(billing, act);
  const statement = await billing.statements.find(act.organizationId, month);
  if (statement !== null) return statement;
  throw new KeyError("statement_not_found", absenceOf(month, running.month));
}

function absenceOf(month: Month, running: Month): string {
  if (month === running) {
    return `${month} is still running: its statement comes with the first of ${nextMonth(month)}, UTC.`;
  }
  return month > running ? `${month} has not begun yet.` : `There is no statement of ${month}.`;
}
