import { expect, it } from "vitest";
import { keyListSearchOf, withoutSecret } from "./key-list-search.ts";

const id = "Ab3dEf6hIj9kLm2n";
const secret = "s".repeat(49);

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

it.each([
  ["a token", `kat_live_${id}.${secret}`],
  ["a token of another brand", `acme_test_${id}.${secret}`],
  ["a token without its beginning", `ve_${id}.${secret}`],
  ["an id and its secret", `${id}.${secret}`],
  ["a token without its end", `kat_live_${id}.s`],
  ["a token as the lists mask it", `kat_live_${id}.…sssss`],
  ["a header", ` Authorization: Bearer kat_live_${id}.${secret} `],
  ["a token behind other words", `${"zapier ".repeat(20)}kat_live_${id}.${secret}`],
])("searches for the id alone when given %s", (_, text) => {
  expect(withoutSecret(text)).toBe(id);
  expect(keyListSearchOf({ q: text }).q).toBe(id);
});

it.each(["Zapier", "api.example.com", "www.a-rather-long-name.example.com", id, `key_${id}`, "v1.2"])(
  "searches for %s as it is",
  (text) => {
    expect(withoutSecret(text)).toBe(text);
  },
);
