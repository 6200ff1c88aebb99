import { describe, expect, it } from "vitest";
import { isGood, verdictOf, widened, type Line } from "./line.ts";
import { wordsOfLines } from "./line-words.ts";

function aLine(median: number, own: Partial<Line> = {}): Line {
  const figure = { median, least: median / 2, most: median * 2 };
  return { name: "GET /v1/user to express", unit: "×", figure, target: { at: "least", value: 0.9 }, ...own };
}

const atMost = { target: { at: "most", value: 1.3 } } as const;

describe("a figure", () => {
  it.each([
    [aLine(0.9), "reached"],
    [aLine(0.89), "missed"],
    [aLine(1.3, atMost), "reached"],
    [aLine(1.31, atMost), "missed"],
    [aLine(1, { target: null }), "no target"],
    [aLine(1, { figure: null }), "not measured"],
    [aLine(Number.NaN), "not measured"],
  ] as const)("is judged by its median: %j is %s", (line, verdict) => {
    expect(verdictOf(line)).toBe(verdict);
  });
});

describe("a run", () => {
  it("is good when everything that something is wanted of reached it", () => {
    expect(isGood([aLine(0.95), aLine(1.2, atMost), aLine(0, { target: null })])).toBe(true);
  });

  it.each([
    ["one target is missed", [aLine(0.95), aLine(0.5)]],
    ["something that is wanted was not measured", [aLine(0.95), aLine(1, { figure: null })]],
    ["nothing was judged at all", [aLine(1, { target: null })]],
  ])("is not good when %s", (_, lines) => {
    expect(isGood(lines)).toBe(false);
  });
});

describe("the wide margin", () => {
  it("is four times the target's, for ratios alone", () => {
    const lines = [aLine(0.5), aLine(2.5, atMost), aLine(100, { unit: "ms" }), aLine(1, { target: null })];
    expect(widened(lines).map(({ target }) => target)).toEqual([
      { at: "least", value: 0.225 },
      { at: "most", value: 1.3 * 4 },
    ]);
  });

  it("still has an end", () => {
    expect(isGood(widened([aLine(0.23)]))).toBe(true);
    expect(isGood(widened([aLine(0.22)]))).toBe(false);
    expect(isGood(widened([aLine(5.21, atMost)]))).toBe(false);
  });
});

it("says in words what was measured, wanted and found", () => {
  const [, reached = "", unknown = ""] = wordsOfLines([
    aLine(0.95),
    aLine(1, { unit: "MB", figure: null, target: { at: "most", value: 180 } }),
  ]).split("\n");
  expect(reached).toMatch(/^GET \/v1\/user to express +0\.95 \(0\.47–1\.90\) × +≥ 0\.9 {2}reached$/);
  expect(unknown).toMatch(/ – +≤ 180 {2}not measured$/);
});
