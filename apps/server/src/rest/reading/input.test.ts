import { expect, it } from "vitest";
import { Problem } from "../../http/problem.ts";
import { nothing, parseInput, parseQuery } from "./input.ts";

function errorsOf(parse: () => unknown) {
  try {
    parse();
  } catch (error) {
    return error instanceof Problem ? (error.details.errors ?? []) : [];
  }
  return [];
}

const many = Array.from({ length: 11_000 }, (_, index) => `field${index}`);

it("names fifty unknown fields at most, whatever their number", () => {
  const errors = errorsOf(() => parseInput(nothing, Object.fromEntries(many.map((name) => [name, 1]))));
  expect(errors.map(({ path }) => path)).toEqual(many.slice(0, 50));
});

it("names fifty repeated parameters at most", () => {
  const query = [...many, ...many].map((name) => `${name}=1`).join("&");
  expect(errorsOf(() => parseQuery(`/v1/keys?${query}`))).toHaveLength(50);
});

it("takes a second question mark for a part of the first parameter's name", () => {
  expect(parseQuery("/v1/keys??limit=1")).toEqual({ "?limit": "1" });
  expect(parseQuery("/v1/keys?search=a?b")).toEqual({ search: "a?b" });
});
