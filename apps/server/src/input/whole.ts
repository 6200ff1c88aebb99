import { z } from "zod";
import { refusing } from "./refusing.ts";

/** A whole number from `least` to `most`, both included. */
export function wholeInput(least: number, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`;
  const rule = `Must be a whole number${range}.`;
  return z.int(rule).min(least, rule).max(most, rule);
}

/** The same in the text of a query. */
export function wholeTextInput(least: number, most: number) {
  return z
    .string()
    .refine(isWhole, refusing("wrong_type", `Must be a whole number from ${least} to ${most}.`))
    .transform(Number)
    .pipe(wholeInput(least, most));
}

/** In the one way in which each is written. */
function isWhole(text: string): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(text);
}
