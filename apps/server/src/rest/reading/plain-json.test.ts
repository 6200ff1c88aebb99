import * as fc from "fast-check";
import { expect, it } from "vitest";
import { faultsIn } from "./json-faults.ts";
import { isPlain } from "./plain-json.ts";

it.each([
  '{"token":"kat_live_x.y","cost":3,"scopes":["a:b"],"deep":[{"a":null},{"a":[1, -2,3]}]}',
  "{}",
  '{ "a" : 1 }',
])("%s is plain", (json) => {
  expect(isPlain(json, JSON.parse(json))).toBe(true);
});

it.each([
  '{"a":1,"a":2}',
  '{"a":1,"a" :2}',
  '{"a":[{"b":1,"b":1}]}',
  '{"__proto__":1}',
  String.raw`{"a":"\u0000"}`,
  String.raw`{"a":"\ud800"}`,
  '{"a":5.00000000000000000001}',
  '{"a":[1,9007199254740993]}',
  '{"a": 1e400}',
])("%s is not", (json) => {
  expect(isPlain(json, JSON.parse(json))).toBe(false);
});

it("is nothing in which there is a fault", () => {
  const words = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"b"',
    '":"',
    '":',
    '"',
    " ",
    "1",
    "-1.50",
    "1e9",
  );
  const near = fc.array(words, { maxLength: 12 }).map((parts) => `{"a":${parts.join("")}}`);
  const whole = fc.json({ maxDepth: 3 }).map((json) => `{"a":${json},"a" :1}`);
  fc.assert(
    fc.property(fc.oneof(near, whole, fc.json()), (json) => {
      const value = parsed(json);
      if (value === undefined || !isPlain(json, value)) return;
      expect([...faultsIn(json)]).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
