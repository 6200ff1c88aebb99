import { describe, expect, it } from "vitest";
import type { Sample } from "./sample.ts";
import { verdictOn } from "./verdict.ts";

/** Half an hour, one look each half minute. */
const halfAnHour = (held: (minute: number, i: number) => Partial<Sample>) =>
  Array.from({ length: 60 }, (_, i): Sample => {
    const second = (i + 1) * 30;
    return { second, rssKib: 200_000, files: 40, walBytes: 4_000_000, ...held(second / 60, i) };
  });

const violationsOf = (held: Parameters<typeof halfAnHour>[0]) => verdictOn(halfAnHour(held)).violations;

describe("what a server holds is called steady", () => {
  it.each<[string, Parameters<typeof halfAnHour>[0]]>([
    ["as long as nothing changes", () => ({})],
    [
      "when it fills in the first ten minutes",
      (minute) => ({ rssKib: 100_000 + 20_000 * Math.min(minute, 10) }),
    ],
    ["when the garbage comes and goes", (_, i) => ({ rssKib: 200_000 + 10_000 * (i % 6) })],
    ["when it leaps once, and comes down again", (_, i) => ({ rssKib: i === 58 ? 900_000 : 200_000 })],
    ["when files come and go", (_, i) => ({ files: 40 + (i % 20) })],
    ["when it becomes less", (minute) => ({ rssKib: 300_000 - 1_000 * minute })],
  ])("%s", (_, held) => {
    expect(violationsOf(held)).toEqual([]);
  });
});

describe("it is noticed", () => {
  it.each<[string, Parameters<typeof halfAnHour>[0], string]>([
    [
      "that one and a half megabytes are lost a minute",
      (minute) => ({ rssKib: 200_000 + 1_500 * minute }),
      "memory grew",
    ],
    [
      "that they are lost beneath the garbage",
      (minute, i) => ({ rssKib: 200_000 + 2_000 * minute + 10_000 * (i % 6) }),
      "memory grew",
    ],
    ["that files stay open", (_, i) => ({ files: 40 + i }), "more files"],
    ["that a log is not folded", (minute) => ({ walBytes: minute * 3_000_000 }), "a log grew"],
  ])("%s", (_, held, told) => {
    expect(violationsOf(held)).toEqual([expect.stringContaining(told)]);
  });
});

it("nothing is said of the memory of the first minutes", () => {
  const few = halfAnHour((minute) => ({ rssKib: 100_000 * minute })).slice(0, 28);
  expect(verdictOn(few)).toMatchObject({ violations: [], worst: expect.stringContaining("too short") });
});
