import type { Membership } from "../api/api-types.ts";
import { withoutSecret } from "../keys/token-form.ts";

/** What the list of organizations keeps in the address. */
export interface InstanceSearch {
  readonly q?: string;
  readonly plan?: Membership["plan"];
  readonly status?: "active" | "suspended";
}

const plans = ["standard", "enterprise"] as const satisfies readonly Membership["plan"][];
const statuses = ["active", "suspended"] as const;

/** Drops what is not a filter, so that a mistyped address still shows a list. */
export function instanceSearchOf(search: Readonly<Record<string, unknown>>): InstanceSearch {
  const q = typeof search["q"] === "string" ? withoutSecret(search["q"]).slice(0, 100) : "";
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    q: q === "" ? undefined : q,
    plan: plans.find((one) => one === search["plan"]),
    status: statuses.find((one) => one === search["status"]),
  };
}
