import type { GrantId } from "../../lib/api/api-types.ts";
import { isGrantId } from "../../lib/organization/ids.ts";

/** What the list of connected apps keeps in the address. */
export interface ConnectedAppsSearch {
  /** Those that were disconnected, too. */
  readonly show?: "all";
  /** The one whose details are open. */
  readonly grant?: GrantId;
}

/** Drops what names nothing, so that a mistyped address still shows a list. */
export function connectedAppsSearchOf({
  show,
  grant,
}: Readonly<Record<string, unknown>>): ConnectedAppsSearch {
  // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
  return {
    show: show === "all" ? "all" : undefined,
    grant: typeof grant === "string" && isGrantId(grant) ? grant : undefined,
  };
}
