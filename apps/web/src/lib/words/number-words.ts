import { inLanguage } from "../language/i18n.ts";

const format = inLanguage((tag) => new Intl.NumberFormat(tag));

/** "6,000", as the language writes it. */
export function numberWords(number: number): string {
  return format().format(number);
}
