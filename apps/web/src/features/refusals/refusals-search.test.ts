import { expect, it } from "vitest";
import { refusalsSearchOf } from "./refusals-search.ts";

const id = "4f2c1d7e-0c56-4d6e-9a36-1f9f1f7a2b10";

it("keeps a request's id and a key, and drops what is none", () => {
  expect(refusalsSearchOf({ request: id, key: "key_1a", page: 2 })).toEqual({ request: id, key: "key_1a" });
  expect(refusalsSearchOf({ request: 4711 })).toEqual({ request: "4711" });
  expect(refusalsSearchOf({ request: ["x"], key: "org_1" })).toEqual({});
});

it("drops a token, whole or cut short", () => {
  expect(refusalsSearchOf({ request: `kat_live_${"a".repeat(16)}.${"b".repeat(49)}` })).toEqual({});
  expect(refusalsSearchOf({ request: `kat_live_${"a".repeat(16)}.${"b".repeat(9)}` })).toEqual({});
});
