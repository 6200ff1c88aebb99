import * as fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { amountWords } from "./amount-words.ts";
import { speak } from "../language/i18n.ts";

afterEach(() => speak("en"));

it.each([
  [0, "EUR", "€0.00"],
  [1_230, "EUR", "€12.30"],
  [1, "EUR", "€0.01"],
  [1_234_567, "USD", "US$12,345.67"],
  [500, "JPY", "JP¥500"],
])("writes %i of %s as %s", (amount, currency, words) => {
  expect(amountWords({ amount, currency })).toBe(words);
});

it("writes as Danes do", async () => {
  await speak("da");
  expect(amountWords({ amount: 1_234_550, currency: "EUR" }).replaceAll("\u00a0", " ")).toBe("12.345,50 €");
});

it("is exact to the cent", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), (amount) => {
      const digits = amountWords({ amount, currency: "EUR" }).replaceAll(/\D/g, "");
      expect(Number(digits)).toBe(amount);
    }),
  );
});
