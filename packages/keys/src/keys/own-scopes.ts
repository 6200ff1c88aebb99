import { builtInScopes, isScope } from "./scope.ts";

/** Few enough to choose from in a form, and for every key to hold them all. */
const mostOwnScopes = 50;

/** What built-in scopes are called, and those that are still to come. */
const reserved: ReadonlySet<string> = new Set([...builtInScopes.map(resourceOf), "katkey"]);

/** What is wrong with the scopes that an installation wants to declare; `null`: nothing. */
export function faultOfOwnScopes(names: readonly string[]): string | null {
  const malformed = names.find((name) => !isScope(name));
  if (malformed !== undefined) {
    return `must list scopes such as orders:read, of lower-case letters, digits, "_", "." and "-" with ":" in between and at most 64 characters: ${malformed} is none`;
  }
  const taken = names.find((name) => reserved.has(resourceOf(name)));
  if (taken !== undefined) {
    return `must not declare ${taken}: scopes of ${[...reserved].join(", ")} are Katkey's own`;
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `must list each scope once: ${twice} is there twice`;
  return names.length > mostOwnScopes ? `must list at most ${mostOwnScopes} scopes` : null;
}

function resourceOf(scope: string): string {
  return scope.slice(0, scope.indexOf(":"));
}
