/** What the list of service tokens keeps in the address. */
export interface ServiceTokensSearch {
  /** Those that were revoked or have expired, too. */
  readonly show?: "all";
}

/** Drops what is not a filter, so that a mistyped address still shows a list. */
export function serviceTokensSearchOf(search: Readonly<Record<string, unknown>>): ServiceTokensSearch {
  // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
  return { show: search["show"] === "all" ? "all" : undefined };
}
