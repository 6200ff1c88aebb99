import type { Plan } from "../organizations/plan.ts";
import type { Price, PriceList } from "./price-list.ts";

/** What a month's requests cost, and how that was reckoned. Amounts are in the currency's smallest unit. */
export interface Charges {
  readonly plan: Plan;
  readonly currency: string;
  readonly price: Price;
  /** Live requests that were served. */
  readonly requests: number;
  /** Those of them that the fee does not include. */
  readonly requestsBeyond: number;
  /** What those cost. */
  readonly amountBeyond: number;
  /** The fee and that. */
  readonly total: number;
}

/** What so many requests within one month cost on a plan. */
export function chargesOf(plan: Plan, { currency, plans }: PriceList, requests: number): Charges {
  const price = plans[plan];
  const requestsBeyond = Math.max(0, requests - price.included);
  const amountBeyond = amountOf(requestsBeyond, price.pricePerThousand);
  const total = exact(price.fee + amountBeyond);
  return { plan, currency, price, requests, requestsBeyond, amountBeyond, total };
}

/** Whole thousands apart from the rest, so that no product outgrows the integers that a number can hold. */
function amountOf(requests: number, pricePerThousand: number): number {
  // Fractions of the smallest unit are not charged.
  const rest = thousandsIn((requests % 1_000) * pricePerThousand);
  return exact(thousandsIn(requests) * pricePerThousand + rest);
}

/** Without a quotient that could be rounded up. */
function thousandsIn(count: number): number {
  return (count - (count % 1_000)) / 1_000;
}

/** No bill rather than one that is nearly right. */
function exact(amount: number): number {
  if (Number.isSafeInteger(amount)) return amount;
  throw new RangeError(`${amount} is too much to be reckoned exactly`);
}
