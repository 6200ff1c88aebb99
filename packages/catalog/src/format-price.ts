import type { Language } from "./listing.ts";
import type { Price } from "./product.ts";

/** Currencies whose minor unit is not a hundredth (ISO 4217, table A.1). */
const otherDigits: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

/**
 * A price as its readers write it. What the minor unit is says ISO 4217, not `Intl`, which
 * knows how many digits are usual: it would show 1,999.00 HUF, sent as 199900, a hundredfold.
 */
export function formatPrice({ amount, currency }: Price, language: Language): string {
  const digits = digitsOf(currency);
  const usual = new Intl.NumberFormat(language, { style: "currency", currency }).resolvedOptions();
  const format = new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: usual.maximumFractionDigits === 0 ? "stripIfInteger" : "auto",
  });
  return format.format(amount / 10 ** digits);
}

function digitsOf(currency: string): number {
  const [digits = "2"] = Object.entries(otherDigits).find(([, codes]) => codes.includes(currency)) ?? [];
  return Number(digits);
}
