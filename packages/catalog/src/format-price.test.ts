import { expect, it } from "vitest";
import { languages, type Language } from "./listing.ts";
import { formatPrice } from "./format-price.ts";

/** With plain spaces: `Intl` writes ones that do not break. */
const shown = (amount: number, currency: string, language: Language) =>
  formatPrice({ amount, currency }, language).replaceAll(/\s/g, " ");

it.each([
  ["en", "€1,249.50"],
  ["de", "1.249,50 €"],
  ["da", "1.249,50 €"],
] as const)("writes a price as its readers do: %s", (language, expected) => {
  expect(shown(124_950, "EUR", language)).toBe(expected);
});

it.each([
  [0, "EUR", "€0.00"],
  [5, "EUR", "€0.05"],
  [1_999, "USD", "$19.99"],
  [1_999, "JPY", "¥1,999"],
  [1_999, "KWD", "KWD 1.999"],
  [1_999, "ISK", "ISK 1,999"],
  [19_999, "CLF", "CLF 1.9999"],
])("knows the minor unit of a currency: %d %s", (amount, currency, expected) => {
  expect(shown(amount, currency, "en")).toBe(expected);
});

// Intl counts no digits for these, because nobody uses their minor unit any more; ISO 4217 still has it.
it.each([
  ["HUF", 199_900, "HUF 1,999"],
  ["HUF", 199_950, "HUF 1,999.50"],
  ["IDR", 5_000_000, "IDR 50,000"],
  ["IQD", 250_000, "IQD 250"],
])("knows a minor unit that is not usual any more: %s %d", (currency, amount, expected) => {
  expect(shown(amount, currency, "en")).toBe(expected);
});

it("is exact for every amount that a shop could mean", () => {
  for (const language of languages) {
    expect(shown(99_999_999_999_999, "EUR", language).replaceAll(/\D/g, "")).toBe("99999999999999");
  }
});
