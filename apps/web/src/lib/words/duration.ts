import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "24 hours", "7 days", "90 minutes": the largest unit that leaves no remainder, up to 48 hours in hours. */
export function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  const fits = ([name, size]: (typeof units)[number]) =>
    whole >= size && whole % size === 0 && !(name === "day" && whole === size);
  const [name, size] = units.find(fits) ?? units[3];
  return t(`duration.${name}`, { count: whole / size });
}
