import { expect, it } from "vitest";
import { roles } from "../../../../packages/keys/src/organizations/role.ts";
import { builtInScopeRules } from "../../../../packages/keys/src/keys/scope-rules.ts";
import { allScopes, grantableScopes, readOnlyScopes, scopeSummary } from "./scopes.ts";

it("explains every scope that the server knows", () => {
  expect(allScopes).toEqual(builtInScopeRules.all);
});

it.each(roles)("offers %s exactly what the server lets that role grant", (role) => {
  expect(grantableScopes(role)).toEqual(builtInScopeRules.allowedTo(role));
});

it("counts no scope as read-only that changes something", () => {
  expect(readOnlyScopes(allScopes)).toEqual(["products:read", "usage:read", "billing:read", "keys:read"]);
});

it("says all, none, or the first two and how many more", () => {
  expect(scopeSummary(allScopes)).toEqual({ shown: "All scopes", more: 0 });
  expect(scopeSummary([])).toEqual({ shown: "No scopes", more: 0 });
  expect(scopeSummary(["keys:read"])).toEqual({ shown: "keys:read", more: 0 });
  expect(scopeSummary(["products:read", "products:write", "usage:read"])).toEqual({
    shown: "products:read, products:write",
    more: 1,
  });
});
