import { changeWords } from "./count-words.ts";
import { wordsOf } from "../language/i18n.ts";
import { growthOf } from "../usage/usage-comparison.ts";

/** "+12%", "as before", "none before": a count against the time before. */
export function trendWords(before: number, now: number): string {
  const t = wordsOf("usage");
  const growth = growthOf(before, now);
  if (growth === null) return t(now === 0 ? "sameAsBefore" : "noneBefore");
  // What would be told as 0 %.
  return Math.abs(growth) < 0.005 ? t("sameAsBefore") : changeWords(growth);
}
