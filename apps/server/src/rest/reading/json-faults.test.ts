import { describe, expect, it } from "vitest";
import { faultsIn } from "./json-faults.ts";

const faultsOf = (json: string) => [...faultsIn(json)].map(({ path, code }) => `${path}: ${code}`);

describe("a number", () => {
  it.each([
    "0",
    "-0",
    "5",
    "5.0",
    "5e0",
    "50e-1",
    "0.1",
    "-0.10",
    "123456789012345",
    "9007199254740991",
    "9007199254740992",
    "1e21",
    "1.5E+300",
    "5e-324",
    "0.000e9",
  ])("%s is kept as it is written", (number) => {
    expect(faultsOf(`{"a":${number}}`)).toEqual([]);
  });

  it.each([
    ["2^53 + 1", "9007199254740993"],
    ["beyond any double", "1e400"],
    ["below any double", "1e-400"],
    ["an integer with a fraction that is lost", "5.00000000000000000001"],
    ["nearly an integer", "4.99999999999999999999"],
    ["20 digits", "12345678901234567890"],
    ["more than 30 characters, though they are noughts", `1.${"0".repeat(40)}`],
    ["100,000 digits", "9".repeat(100_000)],
  ])("that is %s would be changed", (_, number) => {
    expect(faultsOf(`{"a":[0,{"b":${number}}]}`)).toEqual(["a.1.b: inexact_number"]);
  });
});

describe("a name", () => {
  it.each([
    ["stands twice", '{"a":1,"b":{"a":1},"a":2}', ["a: repeated"]],
    ["stands twice, once escaped", String.raw`{"x":{"a":1,"\u0061":2}}`, ["x.a: repeated"]],
    ["stands twice in one of several objects", '[{"a":1},{"a":1,"a":1}]', ["1.a: repeated"]],
    ["is that of every object's prototype", '{"a":[{"__proto__":{}}]}', ["a.0.__proto__: unknown_field"]],
    ["is that, escaped", String.raw`{"\u005f_proto__":null}`, ["__proto__: unknown_field"]],
    ["holds half a character", String.raw`{"a\ud800":1}`, ["a\ud800: broken_text"]],
    ["holds NUL", String.raw`{"\u0000":1}`, ["\0: broken_text"]],
  ])("that %s is found", (_, json, faults) => {
    expect(faultsOf(json)).toEqual(faults);
  });

  it.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a"}',
    '{"constructor":{"prototype":1}}',
  ])("may stand at several places: %s", (json) => {
    expect(faultsOf(json)).toEqual([]);
  });
});

describe("a text", () => {
  it.each([
    ["half a character", String.raw`{"a":["b","\ud83d"]}`, ["a.1: broken_text"]],
    ["the other half", String.raw`{"a":"\udca9x"}`, ["a: broken_text"]],
    ["the halves in the wrong order", String.raw`{"a":"\udca9\ud83d"}`, ["a: broken_text"]],
    ["NUL", String.raw`{"a":"x\u0000"}`, ["a: broken_text"]],
  ])("with %s is found", (_, json, faults) => {
    expect(faultsOf(json)).toEqual(faults);
  });

  it.each([
    ["a character of two halves", String.raw`{"a":"\ud83d\udca9"}`],
    ["marks", '{"a":"{\\"b\\":1e400,[","c":2}'],
    ["escapes at its end", String.raw`{"a":"\\","b":"\\\"","c":"\\\\"}`],
    ["what would be names", String.raw`{"a":"\"a\":1,\"__proto__\":2"}`],
  ])("with %s is fine", (_, json) => {
    expect(faultsOf(json)).toEqual([]);
  });
});

it("knows its place in lists of lists", () => {
  expect(faultsOf('{"a" : [[], [1, [2, 1e999 ], {"b": -1e999}]]}')).toEqual([
    "a.1.1.1: inexact_number",
    "a.1.2.b: inexact_number",
  ]);
});

it("names a place under names that fill the body by its beginning", () => {
  const [one, ten] = ["n".repeat(50_000), "n".repeat(150)];
  const [first] = faultsIn(`{"${one}":{"a":1,"a":2}}`);
  expect(first?.path).toBe(one.slice(0, 200));
  const [second] = faultsIn(`${`{"${ten}":`.repeat(10)}{"a":1,"a":2}${"}".repeat(10)}`);
  expect(second?.path).toBe(`${ten}.${ten}`.slice(0, 200));
});
