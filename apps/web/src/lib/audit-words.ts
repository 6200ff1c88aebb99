import type { AuditAction, AuditEntry } from "./api-types.ts";
import {
  changedFields,
  changesOf,
  expiryWords,
  listWords,
  memberName,
  type MemberNames,
} from "./audit-changes.ts";
import { durationWords } from "./duration.ts";
import { listOf, numberOf, textOf } from "./json-field.ts";
import { moneyWords } from "./money-words.ts";
import { toldReason } from "./revocation-reasons.ts";
import { scopeCountWords } from "./scopes.ts";
import { exactTime } from "./time-words.ts";

/** An entry of the audit log as a person would tell it: the same in the log and in a key's history. */
export interface AuditSentence {
  readonly who: string;
  /** What they did, to be read after `who`; without a full stop. */
  readonly did: string;
  /** What exactly, where one sentence would be too long. */
  readonly details: readonly string[];
}

export function sentenceOf(entry: AuditEntry, members: MemberNames): AuditSentence {
  const { did, details } = tellers[entry.action];
  return { who: whoOf(entry.actor), did: did(entry, members), details: details?.(entry, members) ?? [] };
}

interface Teller {
  readonly did: (entry: AuditEntry, members: MemberNames) => string;
  readonly details?: (entry: AuditEntry, members: MemberNames) => readonly string[];
}

const tellers: Readonly<Record<AuditAction, Teller>> = {
  "organization.created": {
    did: () => "created the organization",
    details: ({ after }) => labelled("Plan", textOf(after, "plan")),
  },
  "member.joined": { did: ({ after }) => `joined as ${textOf(after, "role") ?? "member"}` },
  "member.role_changed": {
    did: ({ before, after }) =>
      `changed the role from ${textOf(before, "role") ?? "?"} to ${textOf(after, "role") ?? "?"}`,
  },
  "member.removed": {
    did: ({ actor, object }) => (actor.label === object.label ? "left" : "removed the member"),
    details: ({ before }) => labelled("Role", textOf(before, "role")),
  },
  "member.signed_in": { did: () => "signed in" },
  "member.signed_out": { did: () => "signed out" },
  "member.sessions_ended": { did: () => "ended other sessions" },
  "member.password_changed": { did: () => "changed the password" },
  "invitation.created": {
    did: ({ after }) => `invited as ${textOf(after, "role") ?? "member"}`,
    details: ({ after }) => [`Link works until: ${expiryWords(after)}`],
  },
  "invitation.withdrawn": {
    did: () => "withdrew the invitation",
    details: ({ before }) => labelled("Role", textOf(before, "role")),
  },
  "invitation.accepted": { did: () => "accepted the invitation" },
  "key.issued": {
    did: ({ after }) => `issued the ${withSpace(textOf(after, "environment"))}key`,
    details: issued,
  },
  "key.rotated": { did: rotated, details: rotatedDetails },
  "key.overlap_ended": {
    did: () => "ended the overlap: the old secret was refused at once",
    details: overlapEndedDetails,
  },
  "key.revoked": {
    did: ({ after }) => `revoked the key: ${toldReason(textOf(after, "reason"))}`,
    details: ({ after }) => quoted(textOf(after, "text")),
  },
  "key.edited": {
    did: ({ after }) => `edited the key's ${changedFields(after)}`,
    details: ({ before, after }, members) => changesOf(before, after, members),
  },
  "key.handed_over": {
    did: ({ before, after }, members) =>
      `handed the key over from ${memberName(before, members)} to ${memberName(after, members)}`,
  },
  "key.exposed": {
    did: exposed,
    details: ({ after }) => labelled("Public id", textOf(after, "publicKeyId")),
  },
  "statement.closed": { did: ({ object }) => `closed the month ${object.label}`, details: statementDetails },
};

function whoOf({ type, label }: AuditEntry["actor"]): string {
  if (type === "system") return "Katkey";
  return type === "key" ? `The key “${label}”` : label;
}

function issued({ after }: AuditEntry, members: MemberNames): readonly string[] {
  const addresses = listOf(after, "addresses");
  return [
    `Scopes: ${scopeCountWords(listOf(after, "scopes"))}`,
    `Expiry: ${expiryWords(after)}`,
    ...(addresses.length > 0 ? [`Addresses: ${listWords(addresses)}`] : []),
    ...(textOf(after, "responsibleMemberId") === null
      ? []
      : [`Responsible member: ${memberName(after, members)}`]),
    ...labelled("Note", textOf(after, "note")),
  ];
}

function rotated({ at, after }: AuditEntry): string {
  const retiresAt = numberOf(after, "replacedRetiresAt");
  const seconds = retiresAt === null ? 0 : (retiresAt - Date.parse(at)) / 1_000;
  return seconds > 0
    ? `rotated the key with an overlap of ${durationWords(seconds)}`
    : "rotated the key without an overlap: the old secret was refused at once";
}

function rotatedDetails({ before, after }: AuditEntry): readonly string[] {
  const ids = [textOf(before, "publicKeyId"), textOf(after, "publicKeyId")];
  return ids.includes(null) ? [] : [`Public id: ${ids.join(" became ")}`];
}

function overlapEndedDetails({ before }: AuditEntry): readonly string[] {
  const retiresAt = numberOf(before, "retiresAt");
  return [
    ...(retiresAt === null ? [] : [`It was planned until ${exactTime(new Date(retiresAt).toISOString())}`]),
    ...labelled("Public id", textOf(before, "publicKeyId")),
  ];
}

function exposed({ after }: AuditEntry): string {
  const origin = textOf(after, "origin");
  if (textOf(after, "by") === "url") return "marked the key as exposed: its secret was sent in a URL";
  return `marked the key as exposed: a browser used its secret${origin === null ? "" : ` on ${origin}`}`;
}

function statementDetails({ after }: AuditEntry): readonly string[] {
  const requests = numberOf(after, "requests");
  const total = numberOf(after, "total");
  const currency = textOf(after, "currency");
  return [
    ...labelled("Plan", textOf(after, "plan")),
    ...(requests === null ? [] : [`Requests: ${requests.toLocaleString("en")}`]),
    ...(total === null || currency === null ? [] : [`Total: ${moneyWords(total, currency)}`]),
  ];
}

function labelled(label: string, text: string | null): readonly string[] {
  return text === null ? [] : [`${label}: ${text}`];
}

function quoted(text: string | null): readonly string[] {
  return text === null ? [] : [`“${text}”`];
}

function withSpace(text: string | null): string {
  return text === null ? "" : `${text} `;
}
