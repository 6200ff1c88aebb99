import type { Environment, KeyStatus } from "./api-types.ts";

const statuses = ["all", "active", "rotating", "expired", "revoked"] as const satisfies readonly (
  | KeyStatus
  | "all"
)[];
const environments = ["live", "test"] as const satisfies readonly Environment[];

/** What the list of keys keeps in the address. Without a status it shows the keys in use. */
export interface KeyListSearch {
  readonly q?: string;
  readonly status?: KeyStatus | "all";
  readonly environment?: Environment;
}

/** Drops what is not a filter, so that a mistyped address still shows a list. */
export function keyListSearchOf(search: Readonly<Record<string, unknown>>): KeyListSearch {
  const q = typeof search["q"] === "string" ? withoutSecret(search["q"]).slice(0, 100) : "";
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    q: q === "" ? undefined : q,
    status: statuses.find((one) => one === search["status"]),
    environment: environments.find((one) => one === search["environment"]),
  };
}

// A token cut off at either end counts too: whatever stands behind such an id may be its secret.
const token = /(?<![0-9A-Za-z])([0-9A-Za-z]{16})\.\S/;

/** Of a text with a token in it only the token's `publicKeyId`: a secret must not get into the address. */
export function withoutSecret(text: string): string {
  return token.exec(text)?.[1] ?? text;
}
