import { expect, it } from "vitest";
import { changesOf } from "./changes.ts";

it("shows each field that changed, and nothing as nothing", () => {
  const before = { name: "Zapier", scopes: ["products:read", "usage:read"], note: null, addresses: [] };
  const after = {
    name: "Zapier Integration",
    scopes: ["products:read"],
    note: "",
    addresses: ["10.0.0.0/8"],
  };
  expect(changesOf(before, after)).toEqual([
    { field: "name", before: "Zapier", after: "Zapier Integration" },
    { field: "scopes", before: "products:read, usage:read", after: "products:read" },
    { field: "note", before: null, after: null },
    { field: "addresses", before: null, after: "10.0.0.0/8" },
  ]);
});

it("shows times as times and other numbers as numbers", () => {
  const [expiry, count] = changesOf(null, { expiresAt: Date.UTC(2027, 1, 19, 9), count: 3 });
  expect(expiry?.after).toContain("19 Feb 2027");
  expect(count?.after).toBe("3");
});

it("has nothing to show of an entry without before and after", () => {
  expect(changesOf(null, null)).toEqual([]);
});
