import { expect, it } from "vitest";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { additionsOf, editValuesOf, noWishes, patchOf, withWishes } from "./key-patch.ts";

const now = Date.parse("2026-03-02T12:00:00Z");

const key: KeyView = {
  id: "key_1",
  name: "Zapier",
  note: null,
  environment: "live",
  status: "active",
  scopes: ["usage:read"],
  effectiveScopes: ["usage:read"],
  addresses: ["10.0.0.0/8"],
  expiresAt: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  createdBy: { type: "user", id: "usr_1", label: "ada@example.com" },
  responsibleMemberId: "mem_ada",
  revocation: null,
  exposure: null,
  lastUse: null,
  rotationVerdict: null,
  secrets: [],
};

it("sends nothing when nothing was changed", () => {
  expect(patchOf(key, { ...editValuesOf(key), name: " Zapier " }, now)).toEqual({});
});

it("sends each changed field and no other", () => {
  const wanted = { ...editValuesOf(key), note: "Ask Bob", expiry: { choice: "30", date: "" } } as const;
  expect(patchOf(key, wanted, now)).toEqual({ note: "Ask Bob", expiresAt: "2026-04-01T12:00:00.000Z" });
});

it("empties the addresses and the note", () => {
  const noted = { ...key, note: "old" };
  expect(patchOf(noted, { ...editValuesOf(noted), addresses: " \n", note: "" }, now)).toEqual({
    addresses: [],
    note: null,
  });
});

it("adds what a link wants to what the key has, and sends no more than that", () => {
  const values = editValuesOf(key);
  const wishes = { scopes: ["products:write", "usage:read"], address: "203.0.113.7" } as const;
  expect(patchOf(key, withWishes(values, wishes, []), now)).toEqual({
    scopes: ["products:write", "usage:read"],
    addresses: ["10.0.0.0/8", "203.0.113.7"],
  });
  expect(additionsOf(key, withWishes(values, wishes, []))).toEqual(["products:write", "203.0.113.7"]);
  expect(withWishes(values, noWishes, [])).toEqual(values);
  expect(additionsOf(key, values)).toEqual([]);
});

it("closes no address by adding one to a list that is empty", () => {
  const open = { ...key, addresses: [] };
  const wishes = { scopes: [], address: "203.0.113.7" };
  expect(patchOf(open, withWishes(editValuesOf(open), wishes, []), now)).toEqual({});
});
