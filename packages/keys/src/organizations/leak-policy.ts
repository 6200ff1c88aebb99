/** What becomes of a key of which a token was reported as leaked, from the mildest to the strictest. */
export const leakPolicies = ["mark", "quarantine", "revoke"] as const;

/**
 * `mark`: it is shown as exposed, and goes on. `quarantine`: the secret is refused at once, until somebody releases,
 * replaces or revokes it. `revoke`: the key is ended for good.
 */
export type LeakPolicy = (typeof leakPolicies)[number];

/** As good as a revocation against whoever found the token, and the only one of the two that can be undone. */
export const defaultLeakPolicy: LeakPolicy = "quarantine";
