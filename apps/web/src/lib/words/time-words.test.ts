import { expect, it } from "vitest";
import { clockOf, dayWords, relativeTime } from "./time-words.ts";

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

it.each([
  ["just now", 0],
  ["just now", -29_000],
  ["in a moment", 45_000],
  ["1 minute ago", -60_000],
  ["3 hours ago", -3 * hour],
  ["yesterday", -25 * hour],
  ["in 7 hours", 7 * hour + 1],
  ["last week", -8 * 24 * hour],
  ["in 1 minute", 60_000],
  ["in 90 minutes", 1.5 * hour],
  ["in 2 hours", 2 * hour - 5_000],
  ["in 24 hours", 24 * hour],
  ["in 24 hours", 24 * hour - 5_000],
  ["in 7 days", 7 * 24 * hour],
  ["in 7 days", 7 * 24 * hour - 5_000],
  ["in 4 weeks", 30 * 24 * hour],
  ["in 12 months", 365 * 24 * hour],
  ["in 2 months", 61 * 24 * hour],
  ["last year", -400 * 24 * hour],
])("says %s", (words, distance) => {
  expect(relativeTime(new Date(now + distance).toISOString(), now)).toBe(words);
});

it.each([
  ["today", 0, 1],
  ["yesterday", -1, 23],
  ["19 Nov 2026", -2, 23],
] as const)("says %s of a moment, by the reader's calendar", (words, days, hours) => {
  const [day, moment] = [new Date(2026, 10, 21, 0, 30), new Date(2026, 10, 21 + days, hours, 5)];
  const at = days === 0 ? new Date(2026, 10, 21, 0, 5) : moment;
  expect(dayWords(at.toISOString(), day.getTime())).toBe(words);
  expect(clockOf(moment.toISOString())).toBe(`${String(hours).padStart(2, "0")}:05`);
});
