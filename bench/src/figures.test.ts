import { expect, it } from "vitest";
import { figureOf, ratioOf, wordsOf } from "./figures.ts";

it("the median is between the least and the most, whatever their order", () => {
  expect(figureOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
});

it("one stray run does not move the median", () => {
  expect(figureOf([10, 11, 10, 500, 9]).median).toBe(10);
});

it("a ratio is taken round by round: what slows both down leaves it alone", () => {
  expect(ratioOf([10, 20, 40], [5, 10, 20])).toEqual({ median: 2, least: 2, most: 2 });
});

it("a round without its other half is no figure", () => {
  expect(ratioOf([10], []).median).toBeNaN();
});

it("tells the spread with the median", () => {
  expect(wordsOf(figureOf([0.5, 0.91, 1.234]), 2)).toBe("0.91 (0.50–1.23)");
});
