import type { ProblemDefinition } from "./definition.ts";

/** Why nothing was decided about a token that leaked. */
export const leakProblems = {
  secret_not_quarantined: {
    status: 409,
    title: "Nothing is in quarantine",
    cause: "No secret of the key is in quarantine: it was let in again, replaced, or never was.",
    fix: "Look at the key again.",
  },
} as const satisfies Record<string, ProblemDefinition>;
