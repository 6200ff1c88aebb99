import type { Invitation } from "../../lib/api-types.ts";
import { roleName } from "../../lib/roles.ts";
import { dayOf } from "../../lib/time-words.ts";
import { Notice } from "../../ui/notice.tsx";

/** Two links for one person would both let them in, perhaps with different roles. */
export function OlderLink({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const [newest] = invitations;
  if (newest === undefined) return null;
  return (
    <Notice tone="warning" title="This person has an open invitation">
      {newest.invitedBy} invited {newest.email} as {roleName(newest.role)}, until {dayOf(newest.expiresAt)}. A
      new link takes its place: the older one stops working at once.
    </Notice>
  );
}
