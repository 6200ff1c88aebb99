import type { Membership } from "./api-types.ts";

const names = { standard: "Standard", enterprise: "Enterprise" } as const satisfies Record<
  Membership["plan"],
  string
>;

/** A name, the same in every language. */
export function planName(plan: Membership["plan"]): string {
  return names[plan];
}
