import { languageTag } from "../language/i18n.ts";

interface Money {
  /** In the currency's smallest unit. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** "€12.30", in Danish "12,30 €": for prices and bills, where the currency needs no second look. */
export function amountWords({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat(languageTag(), { style: "currency", currency });
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
  return format.format(Number(decimalOf(amount, digits)));
}

/** Written with its point rather than divided: 4.35 is not 435 times a hundredth. */
function decimalOf(amount: number, digits: number): string {
  return `${amount}e-${digits}`;
}
