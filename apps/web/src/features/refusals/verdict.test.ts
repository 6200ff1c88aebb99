import { describe, expect, it } from "vitest";
import { verdictOf } from "./verdict.ts";

describe("the verdict on a request that was refused", () => {
  it.each([
    ["passes", "circumstances", []],
    ["wait", "circumstances", ["rate_limited"]],
    ["blocked", "circumstances", ["insufficient_scope"]],
    ["blocked", "circumstances", ["ip_not_allowed", "rate_limited"]],
    ["request", "request", []],
    ["request", "request", ["key_revoked"]],
    ["stored", "stored", []],
    ["again", "again", []],
  ] as const)("is “%s” when %s decide and %j is in the way", (verdict, remedy, codes) => {
    expect(verdictOf({ refusal: { remedy }, obstacles: codes.map((code) => ({ code })) })).toBe(verdict);
  });
});
