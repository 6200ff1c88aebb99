import { hash } from "node:crypto";
import type { OrganizationId } from "../id.ts";

/** Whose log holds what concerns the installation itself, and no organization of it. */
export const installation = "installation";

/** Each has a chain of entries of its own. */
export type ChainId = OrganizationId | typeof installation;

/** What is done in an organization, or to it. */
export const auditActions = [
  "organization.created",
  "organization.renamed",
  "organization.key_rules_changed",
  "organization.leak_policy_changed",
  "organization.api_access_changed",
  "organization.plan_changed",
  "organization.limit_changed",
  "organization.suspended",
  "organization.resumed",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "member.signed_in",
  "member.signed_out",
  "member.sessions_ended",
  "member.password_changed",
  "member.password_link_made",
  "member.password_link_used",
  "member.two_factor_turned_on",
  "member.two_factor_turned_off",
  "member.passkey_added",
  "member.passkey_removed",
  "member.banned",
  "member.unbanned",
  "invitation.created",
  "invitation.withdrawn",
  "invitation.accepted",
  "key.issued",
  "key.rotated",
  "key.overlap_ended",
  "key.revoked",
  "key.edited",
  "key.handed_over",
  "key.exposed",
  "key.quarantined",
  "key.released",
  "key.list_exported",
  "app.registered",
  "app.edited",
  "app.secret_rotated",
  "app.secret_overlap_ended",
  "app.disabled",
  "app.enabled",
  "app.blocked",
  "app.unblocked",
  "app.offered",
  "app.offer_withdrawn",
  "app.approved",
  "app.refused",
  "app.connected",
  "app.disconnected",
  "statement.closed",
  "audit.exported",
  "organization.restored",
] as const;

/** What is done to the installation itself. */
export const installationActions = [
  "service_token.issued",
  "service_token.rotated",
  "service_token.overlap_ended",
  "service_token.revoked",
  "person.banned",
  "person.unbanned",
  "person.two_factor_turned_off",
  "person.password_link_made",
  "person.password_link_used",
  "seal.applied",
  "seal.renewed",
  "seal.removed",
  "clock.reset",
  "installation.restored",
] as const;

export type AuditAction = (typeof auditActions)[number] | (typeof installationActions)[number];

/** What an entry can be about. */
export const auditObjects = [
  "organization",
  "member",
  "invitation",
  "key",
  "statement",
  "export",
  "service_token",
  "person",
  "app",
  "grant",
  "installation",
] as const;

export type AuditObject = (typeof auditObjects)[number];

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export const auditActors = ["user", "key", "system", "operator"] as const;

/** Who did it. The label stays readable after the user or key is gone. */
export interface AuditActor {
  readonly type: (typeof auditActors)[number];
  readonly id: string | null;
  readonly label: string;
}

/** One change as its verb describes it; the store gives it its place in the chain. Never holds a secret. */
export interface AuditEvent {
  readonly organizationId: ChainId;
  readonly at: number;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly object: { readonly type: AuditObject; readonly id: string; readonly label: string };
  readonly address: string | null;
  readonly requestId: string | null;
  /** What changed, before and after; `null` where there was or is nothing. */
  readonly before: Json;
  readonly after: Json;
}

/** An entry of the log. `seq` counts 1, 2, 3 … in each chain. */
export interface AuditEntry extends AuditEvent {
  readonly seq: number;
  /** Hex SHA-256 of the entry before; 64 zeros for the first. */
  readonly previousHash: string;
  /** Hex SHA-256 over this entry, `previousHash` included. */
  readonly hash: string;
}

export const chainStart = "0".repeat(64);

/** Gives an event its place after the entry with `previousHash`. */
export function chainEntry(event: AuditEvent, seq: number, previousHash: string): AuditEntry {
  const entry = { ...event, seq, previousHash };
  return { ...entry, hash: hash("sha256", canonicalJson(fieldsOf(entry)), "hex") };
}

/**
 * How a chain is broken at an entry: it is gone, or cannot be read; it is not what its hash says; it does not
 * follow the one before; it stands behind the noted end; it is another than was noted as the end.
 */
export type ChainFault = "missing" | "changed" | "unlinked" | "added" | "rewritten";

/** What is wrong with the entry that is found where `seq` should follow `previousHash`; `null`: nothing. */
export function faultOf(entry: AuditEntry, seq: number, previousHash: string): ChainFault | null {
  if (entry.seq !== seq) return "missing";
  if (chainEntry(entry, seq, entry.previousHash).hash !== entry.hash) return "changed";
  return entry.previousHash === previousHash ? null : "unlinked";
}

function fieldsOf(entry: Omit<AuditEntry, "hash">): Json {
  const { organizationId, seq, at, action, address, requestId, before, after, previousHash } = entry;
  const { actor, object } = entry;
  return {
    organizationId,
    seq,
    at,
    actor: { type: actor.type, id: actor.id, label: actor.label },
    action,
    object: { type: object.type, id: object.id, label: object.label },
    address,
    requestId,
    before,
    after,
    previousHash,
  };
}

/** JSON with the names of every object in order, so that equal values give equal text. */
function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
}
