import { expect, it } from "vitest";
import { lengthTyped } from "./lengths.ts";
import { expiryTyped } from "./typed-as.ts";

it.each([
  ["90", 90],
  ["0", 0],
  ["45s", 45],
  ["30m", 1_800],
  [" 12h ", 43_200],
  ["7d", 604_800],
  ["", null],
  ["1.5h", null],
  ["-1", null],
  ["1w", null],
  ["d", null],
])("takes %j for %s seconds", (typed, seconds) => {
  expect(lengthTyped(typed)).toBe(seconds);
});

const noon = Date.UTC(2026, 10, 22, 12);

it.each([
  [undefined, null],
  ["90d", "2027-02-20T12:00:00.000Z"],
  ["2027-01-31", "2027-01-31T00:00:00.000Z"],
  ["2027-01-31T12:00:00Z", "2027-01-31T12:00:00.000Z"],
  ["2027-01-31T12:00:00+01:00", "2027-01-31T11:00:00.000Z"],
])("lets what is typed as %j expire at %s", (typed, at) => {
  expect(expiryTyped(typed, noon)).toBe(at);
});

it.each(["", "tomorrow", "2027", "90", "2027-02-31", "2027-13-01", "31/01/2027", "9999999999d"])(
  "refuses %j, and says what can be typed",
  (typed) => {
    expect(() => expiryTyped(typed, noon)).toThrow(
      /^--expires: .* 2027-01-31, 2027-01-31T12:00:00Z or 90d\.$/,
    );
  },
);
