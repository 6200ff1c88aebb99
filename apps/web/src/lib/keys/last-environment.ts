import type { Environment } from "../api/api-types.ts";

const storageName = "katkey-environment";
const environments = ["live", "test"] as const satisfies readonly Environment[];

/** What the environment was last set to here; `undefined` for both. An address that names one is right, whatever was. */
export function rememberedEnvironment(): Environment | undefined {
  try {
    const stored = localStorage.getItem(storageName);
    return environments.find((one) => one === stored);
  } catch {
    return undefined;
  }
}

export function rememberEnvironment(environment: Environment | undefined): void {
  try {
    if (environment === undefined) localStorage.removeItem(storageName);
    else localStorage.setItem(storageName, environment);
  } catch {
    // Storage is shut: next time begins with both.
  }
}

/** For a link to a page that tells environments apart: it leads to what was chosen last, whatever else is asked for there. */
export const inLastEnvironment = {
  search: () => ({ environment: rememberedEnvironment() }),
  activeOptions: { includeSearch: false },
} as const;

interface Visit {
  readonly search: { readonly environment?: Environment };
  readonly cause: "enter" | "stay" | "preload";
}

/** For the `beforeLoad` of a page that tells environments apart: what its address names holds for the next page too. */
export function followEnvironment({ search: { environment }, cause }: Visit): void {
  if (cause === "preload") return;
  // Who comes by a link that names none has chosen nothing; who is there and now sees both has.
  if (environment !== undefined || cause === "stay") rememberEnvironment(environment);
}
