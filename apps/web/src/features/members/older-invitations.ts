import type { Invitation } from "../../lib/api/api-types.ts";

/** The open invitations for this address, however it is written. */
export function olderInvitations(email: string, open: readonly Invitation[]): readonly Invitation[] {
  const wanted = email.trim().toLowerCase();
  return open.filter((invitation) => invitation.email.toLowerCase() === wanted);
}
