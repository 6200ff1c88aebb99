import { expect, it } from "vitest";
import { nextSort } from "./key-sorting.ts";

it.each([
  ["name", ["name", "-name", undefined]],
  ["createdAt", ["-createdAt", "createdAt", undefined]],
  ["expiresAt", ["expiresAt", "-expiresAt", undefined]],
] as const)("sorts by %s one way, then the other, then not", (column, sorts) => {
  let sort = nextSort(undefined, column);
  for (const expected of sorts) {
    expect(sort).toBe(expected);
    sort = nextSort(sort, column);
  }
});

it("begins anew with another column, and does nothing for one that has no order", () => {
  expect(nextSort("-name", "expiresAt")).toBe("expiresAt");
  expect(nextSort("name", "status")).toBeUndefined();
});
