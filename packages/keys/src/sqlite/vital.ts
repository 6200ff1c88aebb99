import type { AuditAction, AuditEvent } from "../audit/audit.ts";

/**
 * What is done also when no room is left but the reserve: what ends access, what marks a secret that leaked, and what
 * brings in whoever ends it.
 */
const vitalActions: ReadonlySet<AuditAction> = new Set<AuditAction>([
  "key.revoked",
  "key.overlap_ended",
  "key.exposed",
  "key.quarantined",
  "service_token.revoked",
  "service_token.overlap_ended",
  "app.blocked",
  "app.disabled",
  "app.blocked",
  "app.refused",
  "app.offer_withdrawn",
  "app.secret_overlap_ended",
  "app.disconnected",
  "member.removed",
  "member.banned",
  "person.banned",
  "invitation.withdrawn",
  "organization.suspended",
  "member.signed_in",
  "member.signed_out",
  "member.sessions_ended",
  "member.password_changed",
]);

export function isVital({ action, after }: AuditEvent): boolean {
  if (vitalActions.has(action)) return true;
  if (action !== "organization.api_access_changed") return false;
  return after !== null && typeof after === "object" && "apiAccess" in after && after.apiAccess === false;
}
