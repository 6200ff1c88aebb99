import { beforeAll, expect, it } from "vitest";
import { loadWords } from "../../../lib/language/i18n.ts";
import { allowedChoices, firstChoice, lastDay, noRules, rulesSentence } from "./expiry-rules.ts";
import { expiryMistake } from "./expiry.ts";

beforeAll(() => loadWords(["keys"]));

const now = new Date(2026, 2, 2, 12).getTime();
const rules = (maximumLifetimeDays: number | null, expiryRequired = false) => ({
  organization: "Acme",
  maximumLifetimeDays,
  expiryRequired,
});

it.each([
  [noRules, ["never", "30", "90", "365", "date"], "never"],
  [rules(null, true), ["30", "90", "365", "date"], "365"],
  [rules(90), ["30", "90", "date"], "90"],
  [rules(60), ["30", "60", "date"], "60"],
  [rules(1, true), ["1", "date"], "1"],
])("offers what the rules allow", (demanded, choices, first) => {
  expect(allowedChoices(demanded)).toEqual(choices);
  expect(firstChoice(demanded)).toBe(first);
});

it("takes no day that ends after the maximum, and says which is the last", () => {
  expect(lastDay(rules(null), now)).toBeUndefined();
  const last = lastDay(rules(30), now);
  expect(last).toBe("2026-03-31");
  expect(expiryMistake({ choice: "date", date: "2026-03-31" }, now, last)).toBeNull();
  expect(expiryMistake({ choice: "date", date: "2026-04-01" }, now, last)).toBe(
    "The last day that is allowed is 31 Mar 2026.",
  );
});

it("says the rules, if there are any", () => {
  expect(rulesSentence(noRules)).toBeNull();
  expect(rulesSentence(rules(1))).toBe("Keys of Acme expire after 1 day at most.");
  expect(rulesSentence(rules(null, true))).toBe("Keys of Acme need an expiry.");
});
