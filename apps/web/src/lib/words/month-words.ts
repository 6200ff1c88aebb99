import { inLanguage } from "../language/i18n.ts";
import { wholeWords } from "./utc-words.ts";

/** A calendar month in UTC, such as `2026-11`. */
export type Month = `${number}-${number}`;

export function isMonth(text: string): text is Month {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

const name = inLanguage((tag) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: "long" }));

/** "November 2026". */
export function monthWords(month: string): string {
  return wholeWords("month", Date.parse(`${month}-01`));
}

/** "November", where nobody doubts the year. */
export function monthName(month: string): string {
  return name().format(Date.parse(`${month}-01`));
}
