import { expect, it } from "vitest";
import { isSafeToEnd, verdictOf } from "./rotation-verdict.ts";

const hour = 3_600_000;
const rotatedAt = Date.parse("2026-03-02T12:00:00Z");

function secret(createdAt: number, lastUsedAt: number | null) {
  const lastUse =
    lastUsedAt === null
      ? null
      : {
          at: new Date(lastUsedAt).toISOString(),
          address: "10.1.2.3",
          userAgent: "curl/8",
          method: "GET",
          route: "/v1/user",
          status: 200,
          requests: 7,
          requestsRetiring: 0,
        };
  return { createdAt: new Date(createdAt).toISOString(), lastUse };
}

const old = (lastUsedAt: number | null) => secret(rotatedAt - 90 * 24 * hour, lastUsedAt);
const fresh = (lastUsedAt: number | null) => secret(rotatedAt, lastUsedAt);

it.each([
  ["never used at all", null, null, "never_used", true],
  ["replaced everywhere, only hours ago", -hour, 2 * hour, "moved", false],
  ["used a millisecond before the rotation, the new one after it", -1, 1, "moved", false],
  ["used at the very moment of the rotation", 0, hour, "both_in_use", false],
  ["still used next to the new one", 2 * hour, 2.5 * hour, "both_in_use", false],
  ["still used, the new one nowhere", 2 * hour, null, "not_moved", false],
  ["not used since, nor is the new one", -hour, null, "silent", false],
] as const)("judges an old secret that was %s", (_, oldUse, newUse, kind, safe) => {
  const at = (offset: number | null) => (offset === null ? null : rotatedAt + offset);
  const verdict = verdictOf(old(at(oldUse)), fresh(at(newUse)), rotatedAt + 3 * hour);
  expect(verdict.kind).toBe(kind);
  expect(isSafeToEnd(verdict)).toBe(safe);
});

it("calls the old secret quiet after a day without it while the new one works", () => {
  const [before, now] = [rotatedAt + 2 * hour, rotatedAt + 26 * hour];
  expect(verdictOf(old(before), fresh(now - hour), now).kind).toBe("quiet");
  expect(verdictOf(old(before), fresh(now - hour), now - 1).kind).toBe("both_in_use");
});

it("calls it safe a day after a rotation that moved everything at once", () => {
  const now = rotatedAt + 24 * hour;
  expect(isSafeToEnd(verdictOf(old(rotatedAt - hour), fresh(now - hour), now))).toBe(true);
  expect(isSafeToEnd(verdictOf(old(rotatedAt - hour), fresh(now - hour), now - 1))).toBe(false);
});

it("is not reassured by a quiet day in which the new secret was not used either", () => {
  const now = rotatedAt + 48 * hour;
  expect(verdictOf(old(rotatedAt + 2 * hour), fresh(rotatedAt + hour), now).kind).toBe("both_in_use");
});
