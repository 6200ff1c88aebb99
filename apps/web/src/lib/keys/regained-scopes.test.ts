import { expect, it } from "vitest";
import { regainedScopes } from "./regained-scopes.ts";

const shrunk = {
  scopes: ["products:read", "usage:read", "keys:write"],
  effectiveScopes: ["products:read", "usage:read"],
} as const;

it("names the scopes that come back with a stronger role", () => {
  expect(regainedScopes(shrunk, { role: "admin", own: [] })).toEqual(["keys:write"]);
});

it("names none where the new role allows no more than the old one", () => {
  expect(regainedScopes(shrunk, { role: "member", own: [] })).toEqual([]);
  expect(
    regainedScopes({ scopes: ["keys:write"], effectiveScopes: ["keys:write"] }, { role: "owner", own: [] }),
  ).toEqual([]);
});
