import { describe, expect, it } from "vitest";
import { noon } from "../testing/index.ts";
import { ClockError, createSteadyClock, type ClockMark } from "./steady-clock.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** `pass`: time goes on. `set`: the machine's clock alone is moved. */
function aMachine(mark: ClockMark | null = null, at = noon) {
  let wall = at;
  let monotonic = 0;
  const clock = createSteadyClock({ now: () => wall, monotonic: () => monotonic }, mark);
  return {
    clock,
    pass(ms: number) {
      wall += ms;
      monotonic += ms;
    },
    set: (ms: number) => void (wall += ms),
    wall: () => wall,
  };
}

describe("a steady clock", () => {
  it("tells the machine's time while nothing is moved", () => {
    const { clock, pass } = aMachine();
    pass(1_234);
    expect([clock.now(), clock.settled(), clock.troubles()]).toEqual([noon + 1_234, noon + 1_234, []]);
  });

  it("goes on, a little slower, while the machine's is behind, and tells it again once it has caught up", () => {
    const { clock, pass, set, wall } = aMachine();
    set(-hour);
    expect(clock.now()).toBe(noon);
    expect(clock.troubles()).toEqual(["clock_behind"]);
    pass(10_000);
    expect(clock.now()).toBe(noon + 9_000);
    pass(11 * hour);
    expect([clock.now(), clock.troubles()]).toEqual([wall(), []]);
  });

  it("never goes back, however it is looked at and whatever is moved", () => {
    const { clock, pass, set } = aMachine();
    let before = clock.now();
    for (const [passed, moved] of [
      [1, -5],
      [0.4, 0],
      [3, hour],
      [0.3, -2 * hour],
      [7, 0.5],
      [0, -day],
    ] as const) {
      pass(passed);
      set(moved);
      const now = clock.now();
      expect(now).toBeGreaterThanOrEqual(before);
      expect(Number.isInteger(now)).toBe(true);
      before = now;
    }
  });

  it("believes a leap ahead, tells of it, and settles nothing by it until it has stood for a day", () => {
    const { clock, pass, set, wall } = aMachine();
    set(3 * hour);
    expect([clock.now(), clock.settled()]).toEqual([noon + 3 * hour, noon]);
    expect([clock.troubles(), clock.isMarkDue()]).toEqual([["clock_leapt"], true]);
    pass(day);
    expect([clock.now(), clock.settled(), clock.troubles()]).toEqual([wall(), wall(), []]);
  });

  it("settles nothing that the machine's clock does not say any more", () => {
    const { clock, pass, set, wall } = aMachine();
    set(40 * day);
    clock.now();
    set(-40 * day);
    pass(2 * day);
    expect(clock.settled()).toBe(wall());
  });

  it("does not believe a leap of years, and goes on as if there had been none", () => {
    const { clock, pass, set } = aMachine();
    set(10 * 365 * day);
    pass(1_000);
    expect([clock.now(), clock.troubles()]).toEqual([noon + 1_000, ["clock_not_believed"]]);
    set(-10 * 365 * day);
    expect([clock.now(), clock.troubles()]).toEqual([noon + 1_000, []]);
  });

  it("begins where any process has been, and takes over where others are", () => {
    const { clock } = aMachine({ at: noon + hour, resets: 0 });
    expect(clock.now()).toBe(noon + hour);
    clock.heed({ at: noon + 2 * hour, resets: 0 });
    expect(clock.now()).toBe(noon + 2 * hour);
    clock.heed({ at: noon, resets: 0 });
    expect(clock.mark()).toEqual({ at: noon + 2 * hour, resets: 0 });
  });

  it("goes back when an operator has put it back", () => {
    const { clock } = aMachine({ at: noon + hour, resets: 0 });
    clock.heed({ at: noon, resets: 1 });
    expect([clock.mark(), clock.troubles()]).toEqual([{ at: noon, resets: 1 }, []]);
  });

  it("settles nothing for a day after the machine was off for more than a month", () => {
    const { clock, pass } = aMachine({ at: noon - 40 * day, resets: 0 });
    expect([clock.now(), clock.settled()]).toEqual([noon, noon - 40 * day]);
    pass(day);
    expect(clock.settled()).toBe(noon + day);
  });

  it("does not begin years behind its mark's machine", () => {
    expect(() => aMachine({ at: noon - 400 * day, resets: 0 })).toThrow(ClockError);
  });
});
