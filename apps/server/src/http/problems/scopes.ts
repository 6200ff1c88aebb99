import type { ProblemDefinition } from "./definition.ts";

/** Why a scope cannot be given to a key. */
export const scopeProblems = {
  scope_unknown: {
    status: 422,
    title: "There is no such scope",
    cause:
      "The installation knows the built-in scopes and those that its operator declares for the company's own API.",
    fix: "The message names all scopes that there are. What is missing is declared with KATKEY_SCOPES.",
  },
  scope_not_allowed: {
    status: 403,
    title: "The scope cannot be granted",
    cause: "Nobody can give a key more than they have themselves.",
    fix: "Leave the scopes out that the message names, or let somebody with a stronger role do it.",
  },
} as const satisfies Record<string, ProblemDefinition>;
