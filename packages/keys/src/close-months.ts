import type { Billing } from "./billing.ts";
import { closeDueMonths } from "./month-closing.ts";

/** Gives every organization a statement of each month that is over and has none. @throws KeyError `busy` */
export async function closeMonths(billing: Billing, now: number): Promise<void> {
  await closeDueMonths(billing, { now });
}
