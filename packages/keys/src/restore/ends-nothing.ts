import type { AuditAction, AuditEntry } from "../audit/audit.ts";

/** What gives, makes or tells, and takes no access from anybody; or ends only sessions, which no restored copy has, as it has no password link. */
const endsNothing = [
  "organization.created",
  "organization.renamed",
  "organization.plan_changed",
  "organization.limit_changed",
  "organization.resumed",
  "member.joined",
  "member.signed_in",
  "member.signed_out",
  "member.sessions_ended",
  "member.two_factor_turned_off",
  "member.password_link_made",
  "member.passkey_added",
  "member.unbanned",
  "invitation.created",
  "key.issued",
  "key.handed_over",
  "key.exposed",
  "key.released",
  "key.list_exported",
  "app.registered",
  "app.enabled",
  "app.unblocked",
  "app.offered",
  "app.approved",
  "app.connected",
  "statement.closed",
  "audit.exported",
  "organization.restored",
  "service_token.issued",
  "person.unbanned",
  "person.two_factor_turned_off",
  "person.password_link_made",
  "seal.applied",
  "seal.renewed",
  "seal.removed",
  "clock.reset",
  "installation.restored",
] as const satisfies readonly AuditAction[];

export type EndsNothing = (typeof endsNothing)[number];

export function isHarmless({ action }: Pick<AuditEntry, "action">): boolean {
  return endsNothing.some((one) => one === action);
}
