import { expect, it } from "vitest";
import { instanceSearchOf } from "./instance-search.ts";

it("keeps filters and drops everything else", () => {
  const search = { q: "acme", plan: "enterprise", status: "suspended", page: "2" };
  expect(instanceSearchOf(search)).toEqual({ q: "acme", plan: "enterprise", status: "suspended" });
  expect(instanceSearchOf({ q: 7, plan: "free", status: "" })).toEqual({});
});

it("keeps no secret of a token that somebody looks for", () => {
  const id = "Ab3dEf6hIj9kLm2n";
  expect(instanceSearchOf({ q: `kat_live_${id}.${"s".repeat(49)}` })).toEqual({ q: id });
});
