import type { Role, Scope } from "./api-types.ts";

/** Every scope in the order in which people read them, each with what it lets a key do. */
export const scopeGroups = [
  {
    label: "Products",
    scopes: [
      { scope: "products:read", means: "Read products and their listings." },
      { scope: "products:write", means: "Create, change and delete products." },
    ],
  },
  {
    label: "Usage and billing",
    scopes: [
      { scope: "usage:read", means: "See how many requests each key has made." },
      { scope: "billing:read", means: "See statements and the running month." },
    ],
  },
  {
    label: "API keys",
    scopes: [
      { scope: "keys:read", means: "List this organization's keys, never their secrets." },
      {
        scope: "keys:write",
        means: "Issue, rotate, edit and revoke keys. Only for tools you trust as an admin.",
      },
    ],
  },
] as const satisfies readonly {
  readonly label: string;
  readonly scopes: readonly { readonly scope: Scope; readonly means: string }[];
}[];

export const allScopes: readonly Scope[] = scopeGroups.flatMap(({ scopes }) =>
  scopes.map(({ scope }) => scope),
);

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
  if (scopes.length === 0) return { shown: "No scopes", more: 0 };
  if (allScopes.every((scope) => scopes.includes(scope))) return { shown: "All scopes", more: 0 };
  return { shown: scopes.slice(0, 2).join(", "), more: Math.max(0, scopes.length - 2) };
}

export function sameScopes(a: readonly Scope[], b: readonly Scope[]): boolean {
  return a.length === b.length && a.every((scope) => b.includes(scope));
}

/** "all scopes", "no scopes", or their names. */
export function scopeCountWords(names: readonly string[]): string {
  if (names.length === 0) return "no scopes";
  return allScopes.every((scope) => names.includes(scope)) ? "all scopes" : names.join(", ");
}
