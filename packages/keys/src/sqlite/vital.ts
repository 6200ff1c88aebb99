import type { AuditAction, AuditEvent } from "../audit/audit.ts";
import type { ReserveShare } from "./storage/reserve.ts";

/** What is done also when no room is left but the reserve: what ends access, and what marks a secret that leaked. */
const vitalActions: ReadonlySet<AuditAction> = new Set<AuditAction>([
  "key.revoked",
  "key.overlap_ended",
  "key.exposed",
  "key.quarantined",
  "service_token.revoked",
  "service_token.overlap_ended",
  "app.blocked",
  "app.disabled",
  "app.refused",
  "app.offer_withdrawn",
  "app.secret_overlap_ended",
  "app.disconnected",
  "member.removed",
  "member.banned",
  "person.banned",
  "invitation.withdrawn",
  "organization.suspended",
  "member.signed_out",
  "member.sessions_ended",
  "member.passkey_removed",
]);

/** What brings in whoever ends access. Whoever has an account, or runs the installation, can repeat it without end. */
const entries: ReadonlySet<AuditAction> = new Set<AuditAction>([
  "member.signed_in",
  "member.password_changed",
  "person.password_link_made",
  "person.password_link_used",
]);

/** How much of the reserve a change with these entries may use. */
export function shareOf(events: readonly AuditEvent[]): ReserveShare {
  if (events.some(isVital)) return "all";
  return events.some(({ action }) => entries.has(action)) ? "half" : "none";
}

function isVital({ action, after }: AuditEvent): boolean {
  if (vitalActions.has(action)) return true;
  if (action !== "organization.api_access_changed") return false;
  return after !== null && typeof after === "object" && "apiAccess" in after && after.apiAccess === false;
}
