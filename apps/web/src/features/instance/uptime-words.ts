import { durationWords } from "../../lib/words/duration.ts";

const units = [86_400, 3_600, 60];

/** "5 days", "90 minutes": rounded down to a unit of which there are at least two. */
export function uptimeWords(seconds: number): string {
  const unit = units.find((one) => seconds >= 2 * one) ?? 1;
  return durationWords(Math.floor(seconds / unit) * unit);
}
