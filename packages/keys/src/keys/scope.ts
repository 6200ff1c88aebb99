import type { Role } from "../organizations/role.ts";

/** What Katkey's own routes ask for. */
export const builtInScopes = [
  "products:read",
  "products:write",
  "usage:read",
  "billing:read",
  "keys:read",
  "keys:write",
] as const;

export type BuiltInScope = (typeof builtInScopes)[number];

/** A permission that a key can hold, `resource:action`: a built-in one, or one that the installation declares. */
export type Scope = `${string}:${string}`;

const form = /^[a-z0-9_.-]+(?::[a-z0-9_.-]+)+$/;
const longest = 64;

/** By its form alone, a part of RFC 6749's `scope-token`: whether anybody declares it is another question. */
export function isScope(text: string): text is Scope {
  return text.length <= longest && form.test(text);
}

const builtIn: ReadonlySet<Scope> = new Set(builtInScopes);

function isBuiltIn(scope: Scope): boolean {
  return builtIn.has(scope);
}

const builtInOfRole: Readonly<Record<Role, ReadonlySet<Scope>>> = {
  owner: builtIn,
  admin: builtIn,
  member: new Set<BuiltInScope>(["products:read", "products:write", "usage:read"]),
  viewer: new Set<BuiltInScope>(["products:read", "usage:read"]),
};

/** Whether a role's keys may hold a scope, declared or not: of own ones a viewer's only those that end in `:read`. */
export function roleAllows(role: Role, scope: Scope): boolean {
  // Whoever writes to the database past us may have made up a role: it allows nothing.
  if (!Object.hasOwn(builtInOfRole, role)) return false;
  if (isBuiltIn(scope)) return builtInOfRole[role].has(scope);
  return role !== "viewer" || scope.endsWith(":read");
}

/** An app may hold every scope but this one: a key that it issued would outlive its grant (ADR 21). */
export function isGrantableToApps(scope: Scope): boolean {
  return scope !== "keys:write";
}

/** True when `needed` holds nothing that `held` lacks. */
export function coversScopes(held: readonly Scope[], needed: readonly Scope[]): boolean {
  return needed.every((scope) => held.includes(scope));
}
