/** `live` or `test`: part of the token; what is written under one is invisible to the other. */
export const environments = ["live", "test"] as const;

export type Environment = (typeof environments)[number];
