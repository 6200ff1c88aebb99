import type { Role } from "../organizations/role.ts";

/** Every permission a key can hold, `resource:action`. */
export const scopes = [
  "products:read",
  "products:write",
  "usage:read",
  "billing:read",
  "keys:read",
  "keys:write",
] as const;

export type Scope = (typeof scopes)[number];

const scopesOfRole = {
  owner: scopes,
  admin: scopes,
  member: ["products:read", "products:write", "usage:read"],
  viewer: ["products:read", "usage:read"],
} as const satisfies Record<Role, readonly Scope[]>;

/** The scopes that a role allows its keys. */
export function scopesOf(role: Role): readonly Scope[] {
  return scopesOfRole[role];
}

/**
 * What a key may do now: its own scopes, cut down to what the role of its
 * responsible member allows. `null`: the member has left, nothing is allowed.
 */
export function effectiveScopes(granted: readonly Scope[], role: Role | null): readonly Scope[] {
  if (role === null) return [];
  const allowed = scopesOf(role);
  return granted.filter((scope) => allowed.includes(scope));
}

/** True when `needed` holds nothing that `held` lacks. */
export function coversScopes(held: readonly Scope[], needed: readonly Scope[]): boolean {
  return needed.every((scope) => held.includes(scope));
}
