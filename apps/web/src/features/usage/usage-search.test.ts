import { describe, expect, it } from "vitest";
import { rangeOf, usageSearchOf } from "./usage-search.ts";

describe("the address of the usage page", () => {
  it("keeps what it means and drops the rest", () => {
    expect(usageSearchOf({ range: "7d", by: "key", environment: "live", view: "table", page: 2 })).toEqual({
      range: "7d",
      by: "key",
      environment: "live",
      view: "table",
    });
    expect(usageSearchOf({ range: "1y", by: "none", environment: "both", view: "chart" })).toEqual({});
    expect(usageSearchOf({ range: "30d" })).toEqual({});
  });

  it("takes days only where both are there, exist, and are in order", () => {
    const own = { from: "2026-11-01", to: "2026-11-30" };
    expect(usageSearchOf({ ...own, range: "24h" })).toEqual(own);
    for (const wrong of [
      { from: "2026-11-01" },
      { from: "2026-11-02", to: "2026-11-01" },
      { from: "2026-02-30", to: "2026-03-01" },
      { from: "1", to: "2" },
      { from: 20261101, to: 20261130 },
    ]) {
      expect(usageSearchOf(wrong)).toEqual({});
    }
  });
});

describe("the range that is asked for", () => {
  it.each([
    ["2026-11-01", "2026-11-01", "hour", "2026-11-02T00:00:00.000Z"],
    ["2026-11-01", "2026-11-03", "hour", "2026-11-04T00:00:00.000Z"],
    ["2026-11-01", "2026-11-04", "day", "2026-11-05T00:00:00.000Z"],
    ["2026-01-01", "2026-12-31", "month", "2027-01-01T00:00:00.000Z"],
  ])("from %s to %s goes by the %s, to the end of its last day", (from, to, granularity, end) => {
    expect(rangeOf({ from, to })).toEqual({ from: `${from}T00:00:00.000Z`, to: end, granularity });
  });

  it("is a name where it has one", () => {
    expect(rangeOf({})).toBe("30d");
    expect(rangeOf({ range: "24h" })).toBe("24h");
  });
});
