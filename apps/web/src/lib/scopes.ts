import type { Role, Scope } from "./api-types.ts";
import { wordsOf } from "./i18n.ts";

const t = wordsOf("app");

/** Every scope in the order in which people read them. */
const groups = [
  { name: "products", scopes: ["products:read", "products:write"] },
  { name: "usage", scopes: ["usage:read", "billing:read"] },
  { name: "keys", scopes: ["keys:read", "keys:write"] },
] as const satisfies readonly { readonly name: string; readonly scopes: readonly Scope[] }[];

/** To choose from, each with what it lets a key do. */
export function scopeGroups() {
  return groups.map(({ name, scopes }) => ({
    label: t(`scopes.${name}`),
    scopes: scopes.map((scope) => ({ scope, means: t(`scopes.${scope}`) })),
  }));
}

export const allScopes: readonly Scope[] = groups.flatMap(({ scopes }) => scopes);

const scopesOfMembers: readonly Scope[] = ["products:read", "products:write", "usage:read"];

/** What the server lets a role grant, so that a form offers nothing that it would refuse. */
const grantable = {
  owner: allScopes,
  admin: allScopes,
  member: scopesOfMembers,
  viewer: ["products:read", "usage:read"],
} as const satisfies Record<Role, readonly Scope[]>;

export function grantableScopes(role: Role): readonly Scope[] {
  return grantable[role];
}

/** The scopes of `offered` that change nothing. */
export function readOnlyScopes(offered: readonly Scope[]): readonly Scope[] {
  return offered.filter((scope) => scope.endsWith(":read"));
}

/** "All scopes", or the first two and how many more. */
export function scopeSummary(scopes: readonly Scope[]): { readonly shown: string; readonly more: number } {
  if (scopes.length === 0) return { shown: t("scopes.none"), more: 0 };
  if (allScopes.every((scope) => scopes.includes(scope))) return { shown: t("scopes.all"), more: 0 };
  return { shown: scopes.slice(0, 2).join(", "), more: Math.max(0, scopes.length - 2) };
}

export function sameScopes(a: readonly Scope[], b: readonly Scope[]): boolean {
  return a.length === b.length && a.every((scope) => b.includes(scope));
}

/** "all scopes", "no scopes", or their names. */
export function scopeCountWords(names: readonly string[]): string {
  if (names.length === 0) return t("scopes.toldNone");
  return allScopes.every((scope) => names.includes(scope)) ? t("scopes.toldAll") : names.join(", ");
}
