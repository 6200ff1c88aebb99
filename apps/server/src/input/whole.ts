import { z } from "zod";

/** A whole number from `least` to `most`, both included. */
export function wholeInput(least: number, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`;
  const rule = `Must be a whole number${range}.`;
  return z.int(rule).min(least, rule).max(most, rule);
}
