import type { OrganizationId } from "../../lib/api/api-types.ts";
import type { ConnectDetails } from "./connect-requests.ts";

/** The organization that is chosen before anybody chooses: the one that the app would like, or the only one there is. */
export function firstChoice({
  organizationId,
  organizations,
}: Pick<ConnectDetails, "organizationId" | "organizations">): OrganizationId | null {
  const possible = organizations.filter(({ obstacle }) => obstacle === null);
  const wanted = possible.find(({ id }) => id === organizationId);
  return (wanted ?? (possible.length === 1 ? possible[0] : undefined))?.id ?? null;
}
