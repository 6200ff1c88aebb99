import type { Role, Scope } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

/** Every built-in scope in the order in which people read them. */
const groups = [
  { name: "products", scopes: ["products:read", "products:write"] },
  { name: "usage", scopes: ["usage:read", "billing:read"] },
  { name: "keys", scopes: ["keys:read", "keys:write"] },
] as const satisfies readonly { readonly name: string; readonly scopes: readonly Scope[] }[];

const builtIn: readonly Scope[] = groups.flatMap(({ scopes }) => scopes);

export interface ScopeGroup {
  readonly label: string;
  /** Each with what it lets a key do; `null` where its name has to say that. */
  readonly scopes: readonly { readonly scope: Scope; readonly means: string | null }[];
}

/** To choose from. `own`: what the installation declares for its own API. Others are declared no more. */
export function scopeGroups(offered: readonly Scope[], own: readonly Scope[]): readonly ScopeGroup[] {
  const known = groups.map(({ name, scopes }) => ({
    label: t(`scopes.${name}`),
    scopes: scopes.map((scope) => ({ scope, means: t(`scopes.${scope}`) })),
  }));
  const others = offered.filter((scope) => !builtIn.includes(scope));
  const ofOwnApi = others.map((scope) => ({
    scope,
    means: own.includes(scope) ? null : t("scopes.withdrawn"),
  }));
  return [...known, { label: t("scopes.own"), scopes: ofOwnApi }]
    .map(({ label, scopes }) => ({ label, scopes: scopes.filter(({ scope }) => offered.includes(scope)) }))
    .filter(({ scopes }) => scopes.length > 0);
}

/** What a scope lets a key do, in a sentence. */
export function meaningOf(scope: Scope, own: readonly Scope[]): string {
  const found = groups.flatMap(({ scopes }) => scopes).find((one) => one === scope);
  if (found !== undefined) return t(`scopes.${found}`);
  return own.includes(scope) ? t("scopes.ownMeans") : t("scopes.withdrawn");
}

/** For lists of what something may do: in a sentence, and marked where it changes data. */
export function scopeMeanings(scopes: readonly Scope[], own: readonly Scope[]) {
  return scopes.map((scope) => ({
    code: scope,
    means: meaningOf(scope, own),
    warning: changesData(scope) ? t("scopes.writes") : null,
  }));
}

function changesData(scope: Scope): boolean {
  return readOnlyScopes([scope]).length === 0;
}

/** What apps of partners can be given: a key that one issued would outlive it. */
export function scopesForApps(own: readonly Scope[]): readonly Scope[] {
  return allScopes(own).filter((scope) => scope !== "keys:write");
}

export function allScopes(own: readonly Scope[]): readonly Scope[] {
  return [...builtIn, ...own];
}

/** The scopes of a key that nobody declares any more. */
export function withdrawnScopes(scopes: readonly Scope[], own: readonly Scope[]): readonly Scope[] {
  return scopes.filter((scope) => !allScopes(own).includes(scope));
}

/** By its form, as far as an address can be trusted with it: whether there is such a scope the server says. */
export function isScope(text: unknown): text is Scope {
  return typeof text === "string" && text.length <= 64 && /^[a-z0-9_.-]+(:[a-z0-9_.-]+)+$/.test(text);
}

const builtInOfMembers: readonly Scope[] = ["products:read", "products:write", "usage:read"];

/** What the server lets a role grant, so that a form offers nothing that it would refuse. */
const builtInOf = {
  owner: builtIn,
  admin: builtIn,
  member: builtInOfMembers,
  viewer: ["products:read", "usage:read"],
} as const satisfies Record<Role, readonly Scope[]>;

export function grantableScopes(role: Role, own: readonly Scope[]): readonly Scope[] {
  return [...builtInOf[role], ...(role === "viewer" ? readOnlyScopes(own) : own)];
}

/** The scopes of `offered` that change nothing. */
export function readOnlyScopes(offered: readonly Scope[]): readonly Scope[] {
  return offered.filter((scope) => scope.endsWith(":read"));
}

/** "All scopes", or the first two and how many more. */
export function scopeSummary(
  scopes: readonly Scope[],
  own: readonly Scope[],
): { readonly shown: string; readonly more: number } {
  if (scopes.length === 0) return { shown: t("scopes.none"), more: 0 };
  if (allScopes(own).every((scope) => scopes.includes(scope))) return { shown: t("scopes.all"), more: 0 };
  return { shown: scopes.slice(0, 2).join(", "), more: Math.max(0, scopes.length - 2) };
}

export function sameScopes(a: readonly Scope[], b: readonly Scope[]): boolean {
  return a.length === b.length && a.every((scope) => b.includes(scope));
}

/** "no scopes", or their names, of which the built-in ones go by one where all are there. */
export function scopeCountWords(names: readonly string[]): string {
  if (names.length === 0) return t("scopes.toldNone");
  if (!builtIn.every((scope) => names.includes(scope))) return names.join(", ");
  const others = names.filter((name) => !builtIn.some((scope) => scope === name));
  return [t("scopes.toldAll"), ...others].join(", ");
}
