import { languageTag } from "../language/i18n.ts";

/** "EUR 499.00": an amount in the currency's smallest unit as a person writes it. */
export function moneyWords(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(languageTag(), {
    style: "currency",
    currency,
    currencyDisplay: "code",
  });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amount / 10 ** maximumFractionDigits).replace("\u00a0", " ");
}
