import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelEvery, slotAt, ticksOf } from "./scale.ts";

describe("the scale of a chart", () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [40, [0, 10, 20, 30, 40]],
    [41, [0, 20, 40, 60]],
    [1_234, [0, 500, 1_000, 1_500]],
  ])("for %i has the lines %j", (largest, ticks) => {
    expect(ticksOf(largest)).toEqual(ticks);
  });

  it("holds every value in few, whole, even steps, and wastes less than the last of them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (largest) => {
        const ticks = ticksOf(largest);
        const [first, step = 0] = ticks;
        const last = ticks.at(-1) ?? 0;
        expect(first).toBe(0);
        expect(ticks.every((tick, index) => Number.isInteger(tick) && tick === index * step)).toBe(true);
        expect(last).toBeGreaterThanOrEqual(largest);
        expect(last - step).toBeLessThan(Math.max(largest, 1));
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe("a place in a chart", () => {
  const count = fc.integer({ min: 1, max: 500 });
  const width = fc.integer({ min: 0, max: 4_000 });

  it("belongs to one of its slots, further right to no earlier one", () => {
    const x = fc.double({ min: -100, max: 5_000, noNaN: true });
    fc.assert(
      fc.property(x, x, width, count, (a, b, width, count) => {
        const [left, right] = [slotAt(Math.min(a, b), width, count), slotAt(Math.max(a, b), width, count)];
        expect(left).toBeLessThanOrEqual(right);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThan(count);
      }),
    );
  });

  it("in the middle of a slot belongs to that slot", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), count, fc.nat(), (width, count, seed) => {
        const slot = seed % count;
        expect(slotAt(((slot + 0.5) / count) * width, width, count)).toBe(slot);
      }),
    );
  });

  it("has labels that do not overlap, and at least one", () => {
    fc.assert(
      fc.property(count, width, fc.integer({ min: 10, max: 200 }), (count, width, label) => {
        const every = labelEvery(count, { width, label });
        const labels = Math.ceil(count / every);
        expect(labels).toBeGreaterThanOrEqual(1);
        if (labels > 1) expect(labels * label).toBeLessThanOrEqual(width);
      }),
    );
  });
});
