import { expect, it } from "vitest";
import { isSafeToEnd, rotationVerdictOf } from "./rotation-verdict.ts";

const hour = 3_600_000;
const rotatedAt = Date.UTC(2026, 2, 2, 12);

function verdictOf(retiring: number | null, current: number | null, after: number) {
  const usedAt = (offset: number | null) => (offset === null ? null : { at: rotatedAt + offset });
  return rotationVerdictOf(
    { rotatedAt, retiring: usedAt(retiring), current: usedAt(current) },
    rotatedAt + after,
  );
}

it.each([
  ["never used at all", null, null, "never_used", true],
  ["replaced everywhere, only hours ago", -hour, 2 * hour, "moved", false],
  ["used a millisecond before the rotation, the new one after it", -1, 1, "moved", false],
  ["used at the very moment of the rotation", 0, hour, "both_in_use", false],
  ["still used next to the new one", 2 * hour, 2.5 * hour, "both_in_use", false],
  ["still used, the new one nowhere", 2 * hour, null, "not_moved", false],
  ["not used since, nor is the new one", -hour, null, "silent", false],
] as const)("judges an old secret that was %s", (_, retiring, current, verdict, safe) => {
  expect(verdictOf(retiring, current, 3 * hour)).toBe(verdict);
  expect(isSafeToEnd(verdict)).toBe(safe);
});

it("calls the old secret quiet after a day without it while the new one works", () => {
  expect(verdictOf(2 * hour, 25 * hour, 26 * hour)).toBe("quiet");
  expect(verdictOf(2 * hour, 25 * hour, 26 * hour - 1)).toBe("both_in_use");
});

it("calls it safe a day after a rotation that moved everything at once", () => {
  expect(isSafeToEnd(verdictOf(-hour, 23 * hour, 24 * hour))).toBe(true);
  expect(isSafeToEnd(verdictOf(-hour, 23 * hour, 24 * hour - 1))).toBe(false);
});

it("is not reassured by a quiet day in which the new secret was not used either", () => {
  expect(verdictOf(2 * hour, hour, 48 * hour)).toBe("both_in_use");
});
