import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UsageReport } from "../api/api-types.ts";
import { comparisonOf, growthOf } from "./usage-comparison.ts";
import { restOf, requestsOf } from "./usage-count.ts";
import { after, startsOf, valuesAt } from "./usage-slots.ts";

const noon = Date.UTC(2026, 10, 21, 12);
const day = 86_400_000;

function aReport(part: Partial<UsageReport> = {}): UsageReport {
  return {
    granularity: "day",
    from: "2026-11-15T00:00:00.000Z",
    to: "2026-11-22T00:00:00.000Z",
    environment: null,
    total: { served: 0, refused: 0, failed: 0 },
    buckets: [],
    groups: [],
    moreGroups: 0,
    ...part,
  };
}

const bucket = (start: string, served: number) => ({ start, served, refused: 0, failed: 0 });

describe("the comparison with what was before", () => {
  it("leaves the running day out, and takes as many days before", () => {
    const buckets = [bucket("2026-11-15T00:00:00.000Z", 5), bucket("2026-11-21T00:00:00.000Z", 7)];
    expect(comparisonOf(aReport({ buckets }), noon)).toEqual({
      slots: 6,
      withoutRunning: true,
      count: { served: 5, refused: 0, failed: 0 },
      from: "2026-11-09T00:00:00.000Z",
      to: "2026-11-15T00:00:00.000Z",
    });
  });

  it("takes all of a range that is over", () => {
    const over = comparisonOf(aReport(), noon + 10 * day);
    expect(over).toMatchObject({ slots: 7, withoutRunning: false, from: "2026-11-08T00:00:00.000Z" });
  });

  it("goes back by whole months", () => {
    const report = { granularity: "month", from: "2025-12-01T00:00:00.000Z", to: "2026-12-01T00:00:00.000Z" };
    expect(comparisonOf(aReport(report as Partial<UsageReport>), noon)).toMatchObject({
      slots: 11,
      from: "2025-01-01T00:00:00.000Z",
      to: "2025-12-01T00:00:00.000Z",
    });
  });

  it("is none where nothing is whole, or where days are kept no longer", () => {
    const today = { from: "2026-11-21T00:00:00.000Z", to: "2026-11-22T00:00:00.000Z" };
    expect(comparisonOf(aReport(today), noon)).toBeNull();
    const old = { from: "2025-10-01T00:00:00.000Z", to: "2025-10-08T00:00:00.000Z" };
    expect(comparisonOf(aReport(old), noon)).toBeNull();
  });

  it("tells growth as a share, and none of what was nothing", () => {
    expect(growthOf(100, 112)).toBeCloseTo(0.12);
    expect(growthOf(100, 0)).toBe(-1);
    expect(growthOf(0, 5)).toBeNull();
  });
});

describe("slots", () => {
  const granularity = fc.constantFrom("hour", "day", "month" as const);

  it("cover a range without a gap, each beginning where the one before ends", () => {
    fc.assert(
      fc.property(granularity, fc.integer({ min: 1, max: 100 }), (granularity, count) => {
        const from = Date.UTC(2025, 0);
        const to = after(granularity, from, count);
        const starts = startsOf({
          granularity,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        });
        expect(starts).toHaveLength(count);
        expect(starts[0]).toBe(from);
        expect([...starts.slice(1), to]).toEqual(starts.map((start) => after(granularity, start, 1)));
        expect(after(granularity, to, -count)).toBe(from);
      }),
    );
  });

  it("have the value of their bucket, or 0", () => {
    const starts = startsOf(aReport());
    const buckets = [bucket("2026-11-16T00:00:00.000Z", 3), bucket("2026-11-21T00:00:00.000Z", 4)];
    expect(valuesAt(starts, buckets, requestsOf)).toEqual([0, 3, 0, 0, 0, 0, 4]);
  });

  it("leave as the rest what the parts do not have", () => {
    const count = fc.record({ served: fc.nat(), refused: fc.nat(), failed: fc.nat() });
    fc.assert(
      fc.property(fc.array(count), count, (parts, rest) => {
        const whole = parts.reduce(
          (a, b) => ({
            served: a.served + b.served,
            refused: a.refused + b.refused,
            failed: a.failed + b.failed,
          }),
          rest,
        );
        expect(restOf(whole, parts)).toEqual(rest);
      }),
    );
  });
});
