import { inLanguage } from "../language/i18n.ts";

const whole = inLanguage((tag) => new Intl.NumberFormat(tag));
const compact = inLanguage(
  (tag) => new Intl.NumberFormat(tag, { notation: "compact", maximumFractionDigits: 1 }),
);
const percent = inLanguage(
  (tag) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 }),
);
const change = inLanguage(
  (tag) =>
    new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" }),
);

/** "12,345". */
export function countWords(count: number): string {
  return whole().format(count);
}

/** "12K": where there is little room. */
export function compactCount(count: number): string {
  return compact().format(count);
}

/** "12.5%" of what is 0.125. */
export function shareWords(share: number): string {
  return percent().format(share);
}

/** "+12%" of what has grown by 0.12. */
export function changeWords(growth: number): string {
  return change().format(growth);
}
