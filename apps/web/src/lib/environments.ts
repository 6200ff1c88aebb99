import type { Environment } from "./api-types.ts";

/** What each environment is called, and the tone of its badge. */
export const environments = {
  live: { label: "Live", tone: "accent" },
  test: { label: "Test", tone: "neutral" },
} as const satisfies Record<Environment, { readonly label: string; readonly tone: string }>;
