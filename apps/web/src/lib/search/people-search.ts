import { withoutSecret } from "../keys/token-form.ts";

/** What the list of people keeps in the address. */
export interface PeopleSearch {
  readonly q?: string;
  readonly status?: "active" | "banned";
}

const statuses = ["active", "banned"] as const;

/** Drops what is not a filter, so that a mistyped address still shows a list. */
export function peopleSearchOf(search: Readonly<Record<string, unknown>>): PeopleSearch {
  const q = typeof search["q"] === "string" ? withoutSecret(search["q"]).slice(0, 100) : "";
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    q: q === "" ? undefined : q,
    status: statuses.find((one) => one === search["status"]),
  };
}
