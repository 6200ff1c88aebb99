import type { Environment } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

/** The tone of each environment's badge. */
export const environmentTones = { live: "accent", test: "neutral" } as const satisfies Record<
  Environment,
  string
>;

export function environmentName(environment: Environment): string {
  return t(`environments.${environment}`);
}
