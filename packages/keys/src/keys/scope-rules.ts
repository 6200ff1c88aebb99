import { roles, type Role } from "../organizations/role.ts";
import { builtInScopes, roleAllows, type Scope } from "./scope.ts";

/** Which scopes there are in an installation, and who may hold them. Made once, at its start. */
export interface ScopeRules {
  /** The built-in ones, then those that the installation declares: the order in which keys hold them. */
  readonly all: readonly Scope[];
  /** Those that the installation declares for its own API. */
  readonly own: readonly Scope[];
  /** The scope of this name; `null`: nobody declares it, so nothing may ask for it. */
  find(name: string): Scope | null;
  /** The scopes that a role allows its keys. */
  allowedTo(role: Role): readonly Scope[];
  /**
   * What a key may do now: what it was granted, as far as it is declared and the role of its responsible member
   * allows it. `null`: the member has left, nothing is allowed.
   */
  effective(granted: readonly Scope[], role: Role | null): readonly Scope[];
  /** Each once, and in the order of `all`; those that nobody declares any more come last. */
  inOrder(scopes: readonly Scope[]): readonly Scope[];
}

const none: readonly Scope[] = [];

/** `own`: as `faultOfOwnScopes` finds nothing wrong with. */
export function createScopeRules(own: readonly Scope[]): ScopeRules {
  const all: readonly Scope[] = [...builtInScopes, ...own];
  const byName = new Map<string, Scope>(all.map((scope) => [scope, scope]));
  const allowedTo = (role: Role) => all.filter((scope) => roleAllows(role, scope));
  const byRole = new Map(roles.map((role) => [role, allowedTo(role)]));
  return {
    all,
    own,
    find: (name) => byName.get(name) ?? null,
    allowedTo: (role) => byRole.get(role) ?? none,
    effective(granted, role) {
      if (role === null) return none;
      return granted.filter((scope) => byName.has(scope) && roleAllows(role, scope));
    },
    inOrder(scopes) {
      const withdrawn = new Set(scopes.filter((scope) => !byName.has(scope)));
      return [...all.filter((scope) => scopes.includes(scope)), ...withdrawn];
    },
  };
}

/** Of an installation that declares no scopes. */
export const builtInScopeRules = createScopeRules([]);
