import type { Act, Reader } from "../actor.ts";
import { assertSeesBilling } from "./billing-authority.ts";
import type { Billing } from "./billing.ts";
import { closeDueMonths } from "./month-closing.ts";
import type { Month } from "./month.ts";
import type { Page } from "../page.ts";
import type { Statement } from "./statement.ts";

export interface ListStatementsRequest {
  /** Statements of earlier months. */
  readonly before?: Month;
  /** At least 1. */
  readonly limit: number;
}

/**
 * The statements of an organization, newest month first.
 * @throws KeyError `environment_not_allowed` for a test key, `busy`
 */
export async function listStatements(
  billing: Billing,
  act: Act<Reader>,
  request: ListStatementsRequest,
): Promise<Page<Statement>> {
  assertSeesBilling(act);
  await closeDueMonths(billing, { now: act.now, organizationId: act.organizationId });
  return billing.statements.list(act.organizationId, request);
}
