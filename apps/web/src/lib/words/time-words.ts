import { currentLanguage, inLanguage, wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

const units = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

const relative = inLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
const danish = new Intl.RelativeTimeFormat("da-DK", { numeric: "auto", style: "short" });
const exact = inLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "long" }));
const clock = inLanguage((tag) => new Intl.DateTimeFormat(tag, { timeStyle: "short" }));
const day = inLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium" }));

/** "just now", "yesterday", "in 24 hours". What is past is told in the largest unit that fits. */
export function relativeTime(at: string, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / 1_000);
  if (seconds >= 60) return futureWords(seconds);
  const unit = units.find(([, length]) => -seconds >= length);
  if (unit === undefined) return t(seconds > 30 ? "time.soon" : "time.justNow");
  return pastWords(Math.trunc(seconds / unit[1]), unit[0]);
}

// At length, Danish fits in no column of a table; in short, it lacks a word that its sentences need.
function pastWords(count: number, unit: (typeof units)[number][0]): string {
  if (currentLanguage() !== "da") return relative().format(count, unit);
  return danish.format(count, unit).replace(/^(?=\d.* siden$)/, "for ");
}

// Rounded, and never in a single unit: "next week" would be too vague for when something ends.
function futureWords(exactSeconds: number): string {
  const seconds = Math.round(exactSeconds / 60) * 60;
  const [name, length] = units.find(([, one]) => seconds >= 2 * one) ?? units[5];
  return relative().format(Math.round(seconds / length), name);
}

/** "today", "yesterday", "12 Nov 2026": which day that was, where the reader is. */
export function dayWords(at: string, now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const daysAgo = Math.round((midnight - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  return daysAgo <= 1 ? relative().format(-daysAgo, "day") : dayOf(at);
}

/** "14:05". */
export function clockOf(at: string): string {
  return clock().format(new Date(at));
}

/** To the second, with the zone. */
export function exactTime(at: string): string {
  return exact().format(new Date(at));
}

export function dayOf(at: string): string {
  return day().format(new Date(at));
}
