export const plans = ["standard", "enterprise"] as const;

export type Plan = (typeof plans)[number];

/** What a plan includes. `keys`: active keys over both environments, `null` for unlimited. */
export interface PlanLimits {
  readonly keys: number | null;
  readonly requestsPerMinute: number;
}

const limitsOfPlan = {
  standard: { keys: 5, requestsPerMinute: 100 },
  enterprise: { keys: null, requestsPerMinute: 6_000 },
} as const satisfies Record<Plan, PlanLimits>;

export function limitsOf(plan: Plan): PlanLimits {
  return limitsOfPlan[plan];
}
