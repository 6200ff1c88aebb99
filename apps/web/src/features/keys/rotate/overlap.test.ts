import { expect, it } from "vitest";
import { overlapSecondsOf } from "./overlap.ts";

it("reads the usual overlaps", () => {
  expect(overlapSecondsOf({ choice: "0", amount: "", unit: "hours" })).toBe(0);
  expect(overlapSecondsOf({ choice: "86400", amount: 3, unit: "days" })).toBe(86_400);
});

it.each([
  [12, "hours", 43_200],
  [30, "days", 2_592_000],
  [1.5, "days", 129_600],
  [720, "hours", 2_592_000],
  [1, "minutes", 60],
] as const)("reads %d %s", (amount, unit, seconds) => {
  expect(overlapSecondsOf({ choice: "other", amount, unit })).toBe(seconds);
});

it.each([
  ["", "hours"],
  ["-", "hours"],
  [0, "days"],
  [-2, "days"],
  [31, "days"],
  [721, "hours"],
  [0.5, "minutes"],
  [0.01, "hours"],
] as const)("refuses %j %s", (amount, unit) => {
  expect(overlapSecondsOf({ choice: "other", amount, unit })).toBeNull();
});
