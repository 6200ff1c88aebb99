import { expect, it } from "vitest";
import { nearestTo } from "./nearest.ts";

const names = ["backup", "keys issue", "keys list", "keys revoke", "members list", "service-tokens list"];

it.each([
  ["key list", "keys list"],
  ["keys lst --all", "keys list"],
  ["keys ls", "keys list"],
  ["key create Shop", "keys issue"],
  ["keys delete key_1", "keys revoke"],
  ["bakcup file", "backup"],
  ["service-token list", "service-tokens list"],
  ["nothing", null],
  ["keys", null],
  ["", null],
])("takes %j for %s", (typed, name) => {
  expect(nearestTo(names, typed.split(" "))).toBe(name);
});
