import { expect, it } from "vitest";
import { keyListSearchOf } from "./key-list-search.ts";

it("keeps filters and drops everything else", () => {
  const search = { q: "zap", status: "all", environment: "test", page: "2" };
  expect(keyListSearchOf(search)).toEqual({ q: "zap", status: "all", environment: "test" });
  expect(keyListSearchOf({ q: 7, status: "new", environment: "" })).toEqual({});
});

it("keeps a scope, a member and what needs attention, and drops what is none", () => {
  const search = { scope: "usage:read", member: "mem_1a2B", attention: "expiring" };
  expect(keyListSearchOf(search)).toEqual(search);
  expect(keyListSearchOf({ open: "issue" })).toEqual({ open: "issue" });
  expect(keyListSearchOf({ open: "revoke" })).toEqual({});
  expect(keyListSearchOf({ scope: "usage", member: "usr_1", attention: "all" })).toEqual({});
});

it("keeps an order, and drops what is none", () => {
  expect(keyListSearchOf({ sort: "-expiresAt", attention: "never_used" })).toEqual({
    sort: "-expiresAt",
    attention: "never_used",
  });
  for (const sort of ["lastUse", "--name", "", 1]) expect(keyListSearchOf({ sort })).toEqual({});
});

it("searches for the id alone when given a token", () => {
  const id = "Ab3dEf6hIj9kLm2n";
  const token = `kat_live_${id}.${"s".repeat(49)}`;
  expect(keyListSearchOf({ q: token })).toEqual({ q: id });
  expect(keyListSearchOf({ q: `${"zapier ".repeat(20)}${token}` })).toEqual({ q: id });
});
