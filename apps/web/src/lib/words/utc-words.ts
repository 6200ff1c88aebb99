import { inLanguage } from "../language/i18n.ts";

const utc = { timeZone: "UTC" } as const;
const hour = inLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { ...utc, hour: "2-digit", minute: "2-digit" }),
);
const day = inLanguage((tag) => new Intl.DateTimeFormat(tag, { ...utc, day: "numeric", month: "short" }));
const month = inLanguage((tag) => new Intl.DateTimeFormat(tag, { ...utc, month: "short" }));
const wholeHour = inLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { ...utc, dateStyle: "medium", timeStyle: "short" }),
);
const wholeDay = inLanguage(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      ...utc,
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
    }),
);
const wholeMonth = inLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { ...utc, month: "long", year: "numeric" }),
);
const span = inLanguage((tag) => new Intl.DateTimeFormat(tag, { ...utc, dateStyle: "medium" }));

type Unit = "hour" | "day" | "month";

/** "14:00", "21 Nov", "Nov": an hour, day or month of UTC where there is little room. Midnight says which day begins. */
export function shortWords(unit: Unit, start: number): string {
  if (unit === "month") return month().format(start);
  return unit === "day" || new Date(start).getUTCHours() === 0 ? day().format(start) : hour().format(start);
}

/** "21 Nov 2026, 14:00", "Sat, 21 Nov 2026", "November 2026". */
export function wholeWords(unit: Unit, start: number): string {
  return { hour: wholeHour, day: wholeDay, month: wholeMonth }[unit]().format(start);
}

/** "1–21 Nov 2026": from the day in which the first moment lies to that of the last one before `to`. */
export function daysWords(from: number, to: number): string {
  return span().formatRange(from, to - 1);
}
