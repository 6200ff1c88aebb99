import type { PriceList } from "@katkey/keys";
import { z } from "zod";

/** A million euros: with these a bill is exact up to 90,000,000,000 requests a month. */
const mostAmount = 100_000_000;
const mostIncluded = 1_000_000_000_000;

function whole(most: number) {
  const message = `must be a whole number from 0 to ${most}`;
  return z.int(message).min(0, message).max(most, message);
}

/** With the names that GET /v1/billing has for them. */
const price = z
  .strictObject(
    { fee: whole(mostAmount), includedRequests: whole(mostIncluded), perThousandRequests: whole(mostAmount) },
    "must have fee, includedRequests and perThousandRequests, and nothing else",
  )
  .transform(({ fee, includedRequests: included, perThousandRequests: pricePerThousand }) => {
    return { fee, included, pricePerThousand };
  });

const currencyRule = "must be three capital letters, such as EUR";

const priceList = z
  .strictObject(
    {
      currency: z.string(currencyRule).regex(/^[A-Z]{3}$/, currencyRule),
      standard: price,
      enterprise: price,
    },
    "must have currency, standard and enterprise, and nothing else",
  )
  .transform(({ currency, ...plans }): PriceList => ({ currency, plans }));

/** What the plans cost, as JSON. Amounts are in the currency's smallest unit. */
export const pricesText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(priceList);
