import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chargesOf } from "./charges.ts";
import { forecastOf } from "./forecast.ts";
import { plans } from "../organizations/plan.ts";
import { defaultPrices, type PriceList } from "./price-list.ts";

const total = (plan: "standard" | "enterprise", requests: number) =>
  chargesOf(plan, defaultPrices, requests).total;

describe("a month on the standard plan", () => {
  it("costs nothing for the 10,000 requests that are included", () => {
    expect(total("standard", 0)).toBe(0);
    expect(total("standard", 10_000)).toBe(0);
  });

  it("then costs 1.00 EUR per 1,000", () => {
    expect(chargesOf("standard", defaultPrices, 12_000)).toEqual({
      plan: "standard",
      currency: "EUR",
      price: { fee: 0, included: 10_000, pricePerThousand: 100 },
      requests: 12_000,
      requestsBeyond: 2_000,
      amountBeyond: 200,
      total: 200,
    });
  });

  it("drops fractions of a cent", () => {
    expect(total("standard", 10_009)).toBe(0);
    expect(total("standard", 10_010)).toBe(1);
    expect(total("standard", 10_019)).toBe(1);
  });
});

describe("a month on the enterprise plan", () => {
  it("costs 499.00 EUR with 1,000,000 requests, then 0.20 EUR per 1,000", () => {
    expect(total("enterprise", 0)).toBe(49_900);
    expect(total("enterprise", 1_000_000)).toBe(49_900);
    expect(total("enterprise", 1_000_049)).toBe(49_900);
    expect(total("enterprise", 1_000_050)).toBe(49_901);
    expect(total("enterprise", 3_000_000)).toBe(49_900 + 40_000);
  });
});

const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const count = fc.oneof(
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
);
const price = fc.record({ fee: amount, included: count, pricePerThousand: amount });
const priceList: fc.Arbitrary<PriceList> = fc.record({
  currency: fc.constant("EUR"),
  plans: fc.record({ standard: price, enterprise: price }),
});
const plan = fc.constantFrom(...plans);

/** Another way to the same figure. */
function reckoned({ fee, included, pricePerThousand }: PriceList["plans"]["standard"], requests: number) {
  const beyond = requests > included ? BigInt(requests) - BigInt(included) : 0n;
  return { beyond, amount: (beyond * BigInt(pricePerThousand)) / 1_000n, fee: BigInt(fee) };
}

describe("money", () => {
  it("is exact to the cent, or refused: never a little wrong", () => {
    fc.assert(
      fc.property(plan, priceList, count, (plan, prices, requests) => {
        const wanted = reckoned(prices.plans[plan], requests);
        const reckon = () => chargesOf(plan, prices, requests);
        if (wanted.fee + wanted.amount > Number.MAX_SAFE_INTEGER) {
          expect(reckon).toThrow(RangeError);
          return;
        }
        const charges = reckon();
        expect(charges.requestsBeyond).toBe(Number(wanted.beyond));
        expect(charges.amountBeyond).toBe(Number(wanted.amount));
        expect(charges.total).toBe(Number(wanted.fee + wanted.amount));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is whole, never negative, and never less for more requests", () => {
    const fewer = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(plan, priceList, fewer, fewer, (plan, prices, a, b) => {
        const less = chargesOf(plan, prices, Math.min(a, b));
        const more = chargesOf(plan, prices, Math.max(a, b));
        const figures = [less.requestsBeyond, less.amountBeyond, less.total];
        expect(figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0)).toBe(true);
        expect(more.total).toBeGreaterThanOrEqual(less.total);
      }),
    );
  });
});

describe("a forecast", () => {
  const day = 86_400_000;
  const ofNovember = { from: Date.UTC(2026, 10), to: Date.UTC(2026, 11) };

  it("goes on as it has gone so far", () => {
    expect(forecastOf({ ...ofNovember, requests: 10_000, now: ofNovember.from + 10 * day })).toBe(30_000);
  });

  it("reckons from when the organization began to exist", () => {
    const from = ofNovember.from + 20 * day;
    expect(forecastOf({ ...ofNovember, from, requests: 10_000, now: from + 5 * day })).toBe(20_000);
  });

  it("takes the first minutes for an hour", () => {
    expect(forecastOf({ ...ofNovember, requests: 10, now: ofNovember.from + 60_000 })).toBe(10 * 720);
  });

  it("is a whole number, never below what there is, however the clock goes", () => {
    const time = fc.integer({ min: Date.UTC(2026, 9), max: Date.UTC(2027, 0) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), time, time, (requests, from, now) => {
        const forecast = forecastOf({ requests, from, to: ofNovember.to, now });
        expect(Number.isSafeInteger(forecast)).toBe(true);
        expect(forecast).toBeGreaterThanOrEqual(requests);
      }),
    );
  });

  it("is what there is when the month is over", () => {
    expect(forecastOf({ ...ofNovember, requests: 12_345, now: ofNovember.to })).toBe(12_345);
  });
});
