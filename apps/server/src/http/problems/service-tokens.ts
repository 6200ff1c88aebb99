import type { KeyErrorCode } from "@katkey/keys";
import type { ProblemDefinition } from "./definition.ts";

export type ServiceTokenProblemCode = Extract<KeyErrorCode, `service_token_${string}`>;

/** Why a change of a service token was refused, which only the installation's operators make. */
export const serviceTokenProblems = {
  service_token_not_found: {
    status: 404,
    title: "There is no such service token",
    cause: "No service token of this installation has this id.",
    fix: "Look at the list of service tokens.",
  },
  service_token_already_revoked: {
    status: 409,
    title: "The service token was revoked already",
    cause: "A revoked service token stays revoked.",
    fix: "Issue a new service token.",
  },
  service_token_already_expired: {
    status: 409,
    title: "The service token has expired",
    cause: "An expired service token cannot be changed.",
    fix: "Issue a new service token.",
  },
  service_token_name_taken: {
    status: 409,
    title: "The name is taken",
    cause: "Another service token that is not revoked has this name.",
    fix: "Choose another name.",
  },
  service_token_limit_reached: {
    status: 409,
    title: "There are too many service tokens",
    cause: "An installation has at most 100 service tokens in use.",
    fix: "Revoke a service token that is no longer used.",
  },
} as const satisfies Record<ServiceTokenProblemCode, ProblemDefinition>;
