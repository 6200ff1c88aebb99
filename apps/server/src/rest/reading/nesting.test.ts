import { expect, it } from "vitest";
import { isNestedDeeperThan, mayNestDeeperThan } from "./nesting.ts";

it.each([
  ["objects", '{"a":{"b":{}}}', 3],
  ["lists", "[[[]]]", 3],
  ["siblings", "[[],[],[]]", 2],
  ["brackets in a string", '["[[[["]', 1],
  ["brackets behind an escaped quote", String.raw`["\"[[[["]`, 1],
  ["brackets behind an escaped backslash", String.raw`["\\",[[]]]`, 3],
  ["a string that never ends", '["[[[[', 1],
])("counts the levels of %s", (_, json, levels) => {
  expect(isNestedDeeperThan(levels, json)).toBe(false);
  expect(isNestedDeeperThan(levels - 1, json)).toBe(true);
  expect(mayNestDeeperThan(levels - 1, json)).toBe(true);
});

it("looks at each character once, also of a string that never ends", () => {
  const text = `{"a":"${String.raw`\"`.repeat(51_190)}`;
  let looks = 0;
  function* counted() {
    for (const character of text) {
      looks += 1;
      yield character;
    }
  }
  isNestedDeeperThan(32, counted());
  expect(looks).toBe(text.length);
});
