import { beforeAll, expect, it } from "vitest";
import { loadWords } from "../../../lib/language/i18n.ts";
import { dateInputValue, expiresAtOf, expiryMistake } from "./expiry.ts";

beforeAll(() => loadWords(["keys"]));

const now = Date.parse("2026-03-02T12:00:00Z");

it("ends a key never, not otherwise than before, after so many days, or with a day", () => {
  expect(expiresAtOf({ choice: "never", date: "" }, now)).toBeNull();
  expect(expiresAtOf({ choice: "keep", date: "" }, now)).toBeUndefined();
  expect(expiresAtOf({ choice: "30", date: "" }, now)).toBe("2026-04-01T12:00:00.000Z");
  const end = expiresAtOf({ choice: "date", date: "2026-05-06" }, now) ?? "";
  expect(dateInputValue(new Date(end))).toBe("2026-05-06");
  expect(dateInputValue(new Date(Date.parse(end) + 1_000))).toBe("2026-05-07");
});

it.each([
  ["", "Choose the day on which the key expires."],
  ["2026-02-30x", "Choose the day on which the key expires."],
  ["2026-03-01", "This day is over. A key can only expire in the future."],
])("refuses the date %j", (date, mistake) => {
  expect(expiryMistake({ choice: "date", date }, now)).toBe(mistake);
});

it("accepts a day to come, and every choice without a date", () => {
  expect(expiryMistake({ choice: "date", date: "2026-03-04" }, now)).toBeNull();
  expect(expiryMistake({ choice: "90", date: "" }, now)).toBeNull();
});
