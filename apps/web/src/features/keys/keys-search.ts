import type { Environment, KeyStatus } from "../../lib/api-types.ts";

const statuses = ["active", "rotating", "expired", "revoked", "all"] as const satisfies readonly (
  | KeyStatus
  | "all"
)[];

const environments = ["live", "test"] as const satisfies readonly Environment[];

/** What the list keeps in the address. Without a status it shows the keys in use: active and rotating. */
export interface KeysSearch {
  readonly q?: string;
  readonly status?: (typeof statuses)[number];
  readonly environment?: Environment;
}

/** Drops what is no filter, so that a mistyped address shows the default list. */
export function parseKeysSearch(raw: Readonly<Record<string, unknown>>): KeysSearch {
  const q = typeof raw["q"] === "string" ? raw["q"].slice(0, 100) : "";
  const status = statuses.find((one) => one === raw["status"]);
  const environment = environments.find((one) => one === raw["environment"]);
  return { ...(q !== "" && { q }), ...(status && { status }), ...(environment && { environment }) };
}

export function isFiltered({ q, status, environment }: KeysSearch): boolean {
  return q !== undefined || status !== undefined || environment !== undefined;
}
