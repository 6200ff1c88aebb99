import type { Plan } from "../organizations/plan.ts";

/** What a calendar month of a plan costs, in the smallest unit of the list's currency: cents. */
export interface Price {
  /** For the month, however much of it the organization existed. */
  readonly fee: number;
  /** Requests that the fee includes. */
  readonly included: number;
  /** For a thousand requests beyond those. */
  readonly pricePerThousand: number;
}

export interface PriceList {
  /** ISO 4217. */
  readonly currency: string;
  readonly plans: Readonly<Record<Plan, Price>>;
}

/** Unless the installation has its own. */
export const defaultPrices: PriceList = {
  currency: "EUR",
  plans: {
    standard: { fee: 0, included: 10_000, pricePerThousand: 100 },
    enterprise: { fee: 499_00, included: 1_000_000, pricePerThousand: 20 },
  },
};
