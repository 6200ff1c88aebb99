import { z } from "zod";

/** An amount of money: never a fraction of the currency's smallest unit. */
export const moneyAnswer = z
  .strictObject({
    amount: z.int().describe("In the currency's smallest unit: 49900 EUR are 499 euros."),
    currency: z
      .string()
      .length(3)
      .meta({ description: "ISO 4217.", examples: ["EUR"] }),
  })
  .readonly()
  .meta({ id: "Money", description: "An amount of money, in whole cents." });

export type MoneyView = z.output<typeof moneyAnswer>;
