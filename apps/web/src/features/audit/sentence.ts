import type { AuditAction, AuditEntry } from "../../lib/api-types.ts";
import { jsonField, jsonText } from "./json-field.ts";

type Told = (entry: AuditEntry) => string;

const told: Readonly<Record<AuditAction, Told>> = {
  "organization.created": () => "created the organization",
  "member.joined": ({ after }) => `joined as ${jsonText(after, "role") ?? "member"}`,
  "member.role_changed": ({ before, after }) =>
    `changed the role from ${jsonText(before, "role") ?? "?"} to ${jsonText(after, "role") ?? "?"}`,
  "member.removed": ({ actor, object }) => (actor.label === object.label ? "left" : "removed the member"),
  "member.signed_in": () => "signed in",
  "member.signed_out": () => "signed out",
  "member.sessions_ended": () => "ended other sessions",
  "member.password_changed": () => "changed the password",
  "invitation.created": ({ after }) => `invited as ${jsonText(after, "role") ?? "member"}`,
  "invitation.cancelled": () => "withdrew the invitation",
  "invitation.accepted": () => "accepted the invitation",
  "key.issued": ({ after }) => `issued the ${jsonText(after, "environment") ?? ""} key`.replace("  ", " "),
  "key.rotated": ({ at, after }) =>
    overlaps(jsonField(after, "replacedRetiresAt"), at)
      ? "rotated the key with an overlap"
      : "rotated the key at once",
  "key.overlap_ended": () => "ended the overlap",
  "key.revoked": ({ after }) => `revoked the key: ${reasonWords(jsonText(after, "reason"))}`,
  "key.edited": ({ after }) => `edited the key's ${fieldList(after)}`,
  "key.handed_over": () => "handed the key over",
  "key.exposed": ({ after }) =>
    jsonText(after, "by") === "url"
      ? "marked it as exposed: sent in a URL"
      : "marked it as exposed: used by a browser",
};

/** What was done, to be read between who did it and on what. */
export function sentenceOf(entry: AuditEntry): string {
  return told[entry.action](entry);
}

function overlaps(retiresAt: unknown, at: string): boolean {
  return typeof retiresAt === "number" && retiresAt > Date.parse(at);
}

const reasons: Readonly<Record<string, string>> = {
  unused: "no longer used",
  superseded: "replaced by another",
  compromised: "compromised",
  member_left: "its member left",
  other: "another reason",
};

function reasonWords(reason: string | null): string {
  return (reason !== null && reasons[reason]) || "no reason given";
}

const fieldNames: Readonly<Record<string, string>> = {
  addresses: "addresses",
  expiresAt: "expiry",
  responsibleMemberId: "responsible member",
};

const listWords = new Intl.ListFormat("en-GB");

function fieldList(after: unknown): string {
  const names = typeof after === "object" && after !== null ? Object.keys(after) : [];
  return names.length === 0 ? "details" : listWords.format(names.map((name) => fieldNames[name] ?? name));
}
