import { expect, it } from "vitest";
import { moneyWords } from "./money-words.ts";

it.each([
  [49_900, "EUR", "EUR 499.00"],
  [1, "EUR", "EUR 0.01"],
  [1_234_567, "USD", "USD 12,345.67"],
  [500, "JPY", "JPY 500"],
  [1_500, "KWD", "KWD 1.500"],
])("writes %i of %s as %s", (amount, currency, words) => {
  expect(moneyWords(amount, currency)).toBe(words);
});
