import { expect, it } from "vitest";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { narrowingOf } from "./narrowing.ts";

const key = {
  scopes: ["usage:read", "keys:read"],
  addresses: ["10.0.0.0/8"],
  expiresAt: "2026-04-01T12:00:00.000Z",
} as unknown as KeyView;

it("previews fewer scopes, other addresses, an earlier expiry and another member", () => {
  const patch = {
    scopes: ["usage:read" as const],
    addresses: ["10.1.0.0/16"],
    expiresAt: "2026-03-31T12:00:00.000Z",
    responsibleMemberId: "mem_2" as const,
  };
  expect(narrowingOf(key, { ...patch, name: "New" })).toEqual(patch);
  expect(narrowingOf({ ...key, expiresAt: null }, { expiresAt: patch.expiresAt })).not.toBeNull();
});

it("previews nothing that only gives", () => {
  expect(
    narrowingOf(key, {
      name: "New",
      scopes: ["usage:read", "keys:read", "keys:write"],
      addresses: [],
      expiresAt: null,
    }),
  ).toBeNull();
  expect(narrowingOf(key, { expiresAt: "2026-05-01T12:00:00.000Z" })).toBeNull();
});
