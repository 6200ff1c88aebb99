import { expect, it } from "vitest";
import type { Member } from "../../lib/api/api-types.ts";
import { isOnlyOwner } from "./only-owner.ts";

const member = (id: string, role: Member["role"]) => ({ id, role }) as Member;
const ada = member("mem_ada", "owner");

it.each([
  ["an owner among admins", [ada, member("mem_bob", "admin")], true],
  ["an owner alone", [ada], true],
  ["one of two owners", [ada, member("mem_bob", "owner")], false],
])("knows %s", (_, members, only) => {
  expect(isOnlyOwner(ada, members)).toBe(only);
});

it("does not take an admin for an owner", () => {
  const bob = member("mem_bob", "admin");
  expect(isOnlyOwner(bob, [ada, bob])).toBe(false);
});
