import type { Act, Reader } from "../actor.ts";
import { countBilled } from "./billed-requests.ts";
import { assertSeesBilling } from "./billing-authority.ts";
import type { Billing } from "./billing.ts";
import { chargesOf, type Charges } from "./charges.ts";
import { forecastOf } from "./forecast.ts";
import { endOfMonth, startOfMonth, type Month } from "./month.ts";
import { findRunningMonth } from "./running-month.ts";

/** The bill of the running month: so far, and as it will be if requests go on to come as they have. */
export interface RunningBill {
  readonly month: Month;
  readonly charges: Charges;
  readonly forecast: Charges;
}

/**
 * What the running month costs on the organization's plan of now.
 * @throws KeyError `environment_not_allowed` for a test key, `busy`
 */
export async function showBilling(billing: Billing, act: Act<Reader>): Promise<RunningBill> {
  assertSeesBilling(act);
  const { organization, month } = await findRunningMonth(billing, act);
  const { id, plan, createdAt } = organization;
  const requests = await countBilled(billing.usage, { organizationId: id, month });
  const from = Math.max(startOfMonth(month), createdAt);
  const expected = forecastOf({ requests, from, to: endOfMonth(month), now: act.now });
  const charge = (count: number) => chargesOf(plan, billing.prices, count);
  return { month, charges: charge(requests), forecast: charge(expected) };
}
