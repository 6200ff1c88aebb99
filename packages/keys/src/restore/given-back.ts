import type { AuditAction, AuditEntry } from "../audit/audit.ts";
import { roles } from "../organizations/role.ts";
import { membersOf, textIn } from "./ending.ts";
import { isHarmless } from "./ends-nothing.ts";

/** Of each row, what comes later undoes what came before. */
const switches: readonly (readonly AuditAction[])[] = [
  ["organization.suspended", "organization.resumed"],
  ["key.quarantined", "key.released"],
  ["organization.api_access_changed"],
  ["member.role_changed"],
  ["member.banned", "member.unbanned"],
  ["person.banned", "person.unbanned"],
  ["app.disabled", "app.enabled"],
  ["app.blocked", "app.unblocked"],
  ["app.approved", "app.refused"],
];

/** What a log says after an entry of what the entry has ended. */
export function laterOfTheSame(log: readonly AuditEntry[], index: number): readonly AuditEntry[] {
  const entry = log[index];
  const row = switches.find((actions) => entry !== undefined && actions.includes(entry.action));
  if (entry === undefined || row === undefined) return [];
  return log.slice(index + 1).filter((later) => row.includes(later.action) && isOfTheSame(later, entry));
}

/** Of a key each secret is put into quarantine, and let in again, by itself. */
function isOfTheSame(one: AuditEntry, other: AuditEntry): boolean {
  const isAboutSame = textIn(one.after, "publicKeyId") === textIn(other.after, "publicKeyId");
  return one.object.id === other.object.id && isAboutSame;
}

/** Of the entries of a row: those that end nothing, or turn on, or raise. */
export function givesBack(entry: AuditEntry): boolean {
  const { before, after } = entry;
  if (isHarmless(entry) || membersOf(after)["apiAccess"] === true) return true;
  const [from, to] = [before, after].map((json) => roles.findIndex((role) => role === textIn(json, "role")));
  return to !== undefined && from !== undefined && to < from;
}
