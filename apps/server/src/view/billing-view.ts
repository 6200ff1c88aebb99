import {
  endOfMonth,
  startOfMonth,
  type Charges,
  type Month,
  type RunningBill,
  type Statement,
} from "@katkey/keys";
import type { BillingView, StatementView } from "./billing-answer.ts";
import type { MoneyView } from "./money-answer.ts";
import { timeOf } from "./time.ts";

/** The running month as it leaves the server. */
export function billingViewOf({ month, charges, forecast }: RunningBill): BillingView {
  return { ...monthViewOf(month), ...chargesViewOf(charges), forecast: figuresOf(forecast) };
}

/** A statement as it leaves the server. */
export function statementViewOf(statement: Statement): StatementView {
  const { month, closedAt } = statement;
  return { ...monthViewOf(month), ...chargesViewOf(statement), closedAt: timeOf(closedAt) };
}

function monthViewOf(month: Month) {
  return { month, from: timeOf(startOfMonth(month)), to: timeOf(endOfMonth(month)) };
}

function chargesViewOf(charges: Charges) {
  const { plan, price, currency } = charges;
  return {
    plan,
    price: {
      fee: moneyOf(price.fee, currency),
      includedRequests: price.included,
      perThousandRequests: moneyOf(price.pricePerThousand, currency),
    },
    ...figuresOf(charges),
  };
}

function figuresOf({ requests, requestsBeyond, price, amountBeyond, total, currency }: Charges) {
  return {
    requests,
    requestsBeyond,
    amounts: {
      fee: moneyOf(price.fee, currency),
      requestsBeyond: moneyOf(amountBeyond, currency),
      total: moneyOf(total, currency),
    },
  };
}

function moneyOf(amount: number, currency: string): MoneyView {
  return { amount, currency };
}
