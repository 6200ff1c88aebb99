import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfMonth, isMonth, monthOf, nextMonth, previousMonth, startOfMonth, type Month } from "./month.ts";

describe("a month", () => {
  it.each([
    ["2026-11-01T00:00:00.000Z", "2026-11"],
    ["2026-11-30T23:59:59.999Z", "2026-11"],
    ["2026-12-01T00:00:00.000Z", "2026-12"],
    ["2027-01-01T00:30:00.000+01:00", "2026-12"],
    ["2024-02-29T12:00:00.000Z", "2024-02"],
  ])("of %s is %s: calendar months of UTC", (time, month) => {
    expect(monthOf(Date.parse(time))).toBe(month);
  });

  it.each([
    "2026-00",
    "2026-13",
    "2026-1",
    "26-01",
    "2026-11-01",
    "2026-11\n",
    "+2026-11",
    "２０２６-11",
    "",
  ])("is not %j", (text) => expect(isMonth(text)).toBe(false));

  it("ends where the next one begins, in leap years and over the turn of the year", () => {
    expect(endOfMonth("2024-02") - startOfMonth("2024-02")).toBe(29 * 86_400_000);
    expect(endOfMonth("2026-12")).toBe(startOfMonth("2027-01"));
    expect(nextMonth("2026-12")).toBe("2027-01");
    expect(previousMonth("2027-01")).toBe("2026-12");
  });

  it("holds every time between its start and its end, and no other; months compare as text", () => {
    const time = fc.integer({ min: 0, max: Date.UTC(9999, 10, 30) });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const month = monthOf(a);
        expect(startOfMonth(month) <= a && a < endOfMonth(month)).toBe(true);
        expect(monthOf(startOfMonth(month))).toBe(month);
        expect(monthOf(endOfMonth(month) - 1)).toBe(month);
        expect(nextMonth(previousMonth(nextMonth(month)))).toBe(nextMonth(month));
        if (a <= b) expect(month <= monthOf(b)).toBe(true);
      }),
    );
  });

  it("has a year of four digits", () => {
    expect(() => monthOf(Date.UTC(10_000, 0))).toThrow(RangeError);
    expect(monthOf(endOfMonth("9999-11"))).toBe("9999-12" satisfies Month);
  });
});
