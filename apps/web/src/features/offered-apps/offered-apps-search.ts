const approvals = ["requested", "approved", "refused", "own"] as const;

/** Which apps the operator looks at. */
export type Shown = (typeof approvals)[number];

/** What the list of offered apps keeps in the address. Left out: those that wait. */
export interface OfferedAppsSearch {
  readonly approval?: Exclude<Shown, "requested">;
}

export const shownOnes: readonly Shown[] = approvals;

/** Drops what is not a filter, so that a mistyped address still shows a list. */
export function offeredAppsSearchOf({ approval }: Readonly<Record<string, unknown>>): OfferedAppsSearch {
  // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
  const found = approvals.find((one) => one === approval);
  return { approval: found === "requested" ? undefined : found };
}
