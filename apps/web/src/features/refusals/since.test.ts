import { describe, expect, it } from "vitest";
import { sinceOf } from "./since.ts";

const limit = { requestsPerMinute: 100, roomAt: "2026-11-21T12:00:00.000Z" };

describe("what has become of the reason for a refusal", () => {
  it.each([
    ["a scope that the key has now", "insufficient_scope", [], "insufficient_scope"],
    ["a scope that it still lacks", "insufficient_scope", ["insufficient_scope"], null],
    [
      "a scope, when something else is against it",
      "insufficient_scope",
      ["ip_not_allowed"],
      "insufficient_scope",
    ],
    [
      "a scope of a key that has ended since: nobody looks at it",
      "insufficient_scope",
      ["key_revoked"],
      null,
    ],
    ["an address of a key that has expired since", "ip_not_allowed", ["key_expired"], null],
    ["an old token of a key that was revoked since", "secret_retired", ["key_revoked"], null],
    ["a limit that has room", "rate_limited", [], "rate_limited"],
    ["a limit that is used up", "rate_limited", ["rate_limited"], null],
  ] as const)("is said of %s", (_, code, codes, since) => {
    const obstacles = codes.map((one) => ({ code: one }));
    expect(sinceOf({ refusal: { code, limit }, obstacles, requestsPerMinute: 100 })).toBe(since);
  });

  it("is a higher limit where there is one", () => {
    const refusal = { code: "rate_limited", limit } as const;
    expect(sinceOf({ refusal, obstacles: [], requestsPerMinute: 500 })).toBe("limitRaised");
    expect(sinceOf({ refusal, obstacles: [], requestsPerMinute: 50 })).toBe("rate_limited");
  });
});
