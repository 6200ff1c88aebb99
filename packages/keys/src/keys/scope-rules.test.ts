import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOfOwnScopes } from "./own-scopes.ts";
import { roles } from "../organizations/role.ts";
import { builtInScopes, coversScopes, isScope, roleAllows, type Scope } from "./scope.ts";
import { createScopeRules } from "./scope-rules.ts";

const part = fc.stringMatching(/^[a-z0-9_.-]{1,12}$/);
const wellFormed = fc
  .array(part, { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(":"))
  .filter(isScope);
const declared = fc
  .uniqueArray(wellFormed, { maxLength: 50 })
  .filter((names) => faultOfOwnScopes(names) === null);
const role = fc.constantFrom(...roles);

const builtIn: ReadonlySet<Scope> = new Set(builtInScopes);

describe("what a scope is by its form", () => {
  it.each([
    "orders:read",
    "a:b",
    "orders.eu:line-items:read",
    "v2:_:0",
    `${"a".repeat(31)}:${"b".repeat(32)}`,
  ])("%s is one", (text) => expect(isScope(text)).toBe(true));

  it.each([
    "",
    "orders",
    ":read",
    "orders:",
    "orders::read",
    "Orders:read",
    "orders:réad",
    "orders: read",
    "orders:read\n",
    'orders:"read"',
    `${"a".repeat(32)}:${"b".repeat(32)}`,
  ])("%j is none", (text) => expect(isScope(text)).toBe(false));

  it("fits RFC 6749's scope-token, whatever the scope", () => {
    fc.assert(fc.property(wellFormed, (scope) => /^[!#-[\]-~]+$/.test(scope)));
  });
});

describe("what an installation may declare", () => {
  it.each([
    [["orders:read", "orders"], "orders is none"],
    [["orders:read", "products:delete"], "must not declare products:delete"],
    [["keys:read"], "must not declare keys:read"],
    [["katkey:anything"], "must not declare katkey:anything"],
    [["a:b", "c:d", "a:b"], "a:b is there twice"],
    [Array.from({ length: 51 }, (_, i) => `orders:${i}`), "at most 50"],
  ])("not %j", (names, fault) => expect(faultOfOwnScopes(names)).toContain(fault));

  it.each([[[]], [["orders:read", "orders:write"]], [Array.from({ length: 50 }, (_, i) => `orders:${i}`)]])(
    "but %j",
    (names) => expect(faultOfOwnScopes(names)).toBeNull(),
  );

  it("is never what Katkey asks for itself", () => {
    for (const scope of builtInScopes) expect(faultOfOwnScopes([scope])).not.toBeNull();
  });
});

describe("who may hold an own scope", () => {
  it("is every role for what ends in :read, and every role but viewer for the rest", () => {
    fc.assert(
      fc.property(declared, role, (own, who) => {
        const { allowedTo } = createScopeRules(own);
        const allowed = own.filter((scope) => who !== "viewer" || scope.endsWith(":read"));
        expect(allowedTo(who).filter((scope) => !builtIn.has(scope))).toEqual(allowed);
      }),
    );
  });

  it("changes nothing about who may hold a built-in one", () => {
    fc.assert(
      fc.property(declared, role, (own, who) => {
        const { allowedTo } = createScopeRules(own);
        expect(allowedTo(who).filter((scope) => builtIn.has(scope))).toEqual(
          createScopeRules([]).allowedTo(who),
        );
      }),
    );
  });
});

describe("what a key may do", () => {
  it("is what it was granted, is declared, and its responsible member's role allows; nothing without a member", () => {
    const granted = fc.uniqueArray(fc.oneof(wellFormed, fc.constantFrom(...builtInScopes)), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(declared, granted, fc.option(role), (own, has, who) => {
        // Half of what the key holds is declared, at least.
        const { effective, find } = createScopeRules([
          ...new Set([...own, ...has.filter((_, i) => i % 2 === 0)]),
        ]);
        const may = new Set(effective(has, who));
        for (const scope of has) {
          expect(may.has(scope)).toBe(find(scope) !== null && who !== null && roleAllows(who, scope));
        }
        expect(may.size).toBeLessThanOrEqual(has.length);
      }),
    );
  });

  it("shrinks with the role: what a weaker one allows, a stronger one allows too", () => {
    fc.assert(
      fc.property(declared, (own) => {
        const rules = createScopeRules(own);
        const held = roles.map((who) => rules.allowedTo(who));
        held.slice(1).forEach((weaker, i) => expect(coversScopes(held[i] ?? [], weaker)).toBe(true));
      }),
    );
  });
});

describe("the order of scopes", () => {
  it("is that of the declaration, each once, and what is declared no more comes last", () => {
    const { inOrder } = createScopeRules(["orders:write", "orders:read"]);
    expect(
      inOrder(["old:read", "orders:read", "keys:read", "orders:write", "old:read", "keys:read"]),
    ).toEqual(["keys:read", "orders:write", "orders:read", "old:read"]);
  });
});

it("a name is found if, and only if, it is a built-in scope or a declared one", () => {
  const { find } = createScopeRules(["orders:read"]);
  expect(find("orders:read")).toBe("orders:read");
  expect(find("keys:write")).toBe("keys:write");
  for (const name of ["orders:write", "orders", "", "__proto__", "ORDERS:READ"])
    expect(find(name)).toBeNull();
});

it("a role that nobody can have, which somebody wrote into the database, allows no scope", () => {
  const madeUp = "operator" as (typeof roles)[number];
  expect(builtInScopes.map((scope) => roleAllows(madeUp, scope))).not.toContain(true);
  expect(roleAllows(madeUp, "orders:write")).toBe(false);
});
