import { expect, it } from "vitest";
import { durationWords } from "./duration.ts";

it.each([
  [3_600, "1 hour"],
  [86_400, "24 hours"],
  [7 * 86_400, "7 days"],
  [2 * 86_400, "2 days"],
  [5_400, "90 minutes"],
  [1, "1 second"],
])("says %i seconds as %s", (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
