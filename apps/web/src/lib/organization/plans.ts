import type { Membership } from "../api/api-types.ts";

export type Plan = Membership["plan"];

export const plans = ["standard", "enterprise"] as const satisfies readonly Plan[];

const names = { standard: "Standard", enterprise: "Enterprise" } as const satisfies Record<Plan, string>;

/** A name, the same in every language. */
export function planName(plan: Plan): string {
  return names[plan];
}

/** What the server holds an organization to. `keys`: in use at the same time, `null` for any number. */
export const planLimits = {
  standard: { keys: 5, requestsPerMinute: 100 },
  enterprise: { keys: null, requestsPerMinute: 6_000 },
} as const satisfies Record<Plan, { readonly keys: number | null; readonly requestsPerMinute: number }>;
