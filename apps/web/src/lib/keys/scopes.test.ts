import { expect, it } from "vitest";
import { roles } from "../../../../../packages/keys/src/organizations/role.ts";
import { builtInScopeRules, createScopeRules } from "../../../../../packages/keys/src/keys/scope-rules.ts";
import {
  allScopes,
  grantableScopes,
  isScope,
  meaningOf,
  readOnlyScopes,
  scopeCountWords,
  scopeGroups,
  scopeSummary,
  withdrawnScopes,
} from "./scopes.ts";

const own = ["orders:read", "orders:write"] as const;

it("explains every scope that the server knows", () => {
  expect(allScopes([])).toEqual(builtInScopeRules.all);
  expect(allScopes(own)).toEqual(createScopeRules(own).all);
});

it.each(roles)("offers %s exactly what the server lets that role grant", (role) => {
  for (const declared of [[], own]) {
    expect(grantableScopes(role, declared)).toEqual(createScopeRules(declared).allowedTo(role));
  }
});

it("counts no scope as read-only that changes something", () => {
  const readOnly = ["products:read", "usage:read", "billing:read", "keys:read", "orders:read"];
  expect(readOnlyScopes(allScopes(own))).toEqual(readOnly);
});

it("says all, none, or the first two and how many more", () => {
  expect(scopeSummary(allScopes([]), [])).toEqual({ shown: "All scopes", more: 0 });
  expect(scopeSummary(allScopes(own), own)).toEqual({ shown: "All scopes", more: 0 });
  expect(scopeSummary(allScopes([]), own)).toEqual({ shown: "products:read, products:write", more: 4 });
  expect(scopeSummary([], own)).toEqual({ shown: "No scopes", more: 0 });
  expect(scopeSummary(["keys:read"], [])).toEqual({ shown: "keys:read", more: 0 });
  expect(scopeSummary(["products:read", "products:write", "usage:read"], [])).toEqual({
    shown: "products:read, products:write",
    more: 1,
  });
});

it("tells in the log what was granted, whatever is declared today", () => {
  expect(scopeCountWords([])).toBe("no scopes");
  expect(scopeCountWords(["keys:read", "orders:read"])).toBe("keys:read, orders:read");
  expect(scopeCountWords(allScopes([]))).toBe("all built-in scopes");
  expect(scopeCountWords(allScopes(own))).toBe("all built-in scopes, orders:read, orders:write");
});

it("groups what can be chosen, with the company's own scopes last, and says of which nothing comes any more", () => {
  const groups = scopeGroups(["keys:read", "old:read", "orders:read"], own);
  expect(groups.map(({ label, scopes }) => [label, scopes.map(({ scope }) => scope)])).toEqual([
    ["API keys", ["keys:read"]],
    ["Your API", ["old:read", "orders:read"]],
  ]);
  expect(groups[1]?.scopes.map(({ means }) => means)).toEqual([meaningOf("old:read", own), null]);
  expect(meaningOf("old:read", own)).toMatch(/^Nothing/);
  expect(withdrawnScopes(["keys:read", "old:read", "orders:read"], own)).toEqual(["old:read"]);
});

it("knows a scope by its form", () => {
  expect(["orders:read", "a.b:c-d:e_1"].every(isScope)).toBe(true);
  expect(["orders", "Orders:read", "orders:", 7, null, `a:${"b".repeat(63)}`].some(isScope)).toBe(false);
});
