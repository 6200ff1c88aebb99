import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import {
  changedFields,
  changesOf,
  expiryWords,
  listWords,
  memberName,
  type MemberNames,
} from "./audit-changes.ts";
import { appTellers } from "./app-audit-words.ts";
import type { CatalogOf } from "../language/catalogs.ts";
import { durationWords } from "../words/duration.ts";
import { wordsOf } from "../language/i18n.ts";
import { listOf, numberOf, textOf } from "../api/json-field.ts";
import { foundAt, leakTellers } from "./leak-audit-words.ts";
import { moneyWords } from "../words/money-words.ts";
import { isMonth, monthWords } from "../words/month-words.ts";
import { organizationTellers } from "./organization-audit-words.ts";
import { personTellers } from "./person-audit-words.ts";
import { restoreTellers } from "./restore-audit-words.ts";
import { clockTellers } from "./clock-audit-words.ts";
import { sealTellers } from "./seal-audit-words.ts";
import { toldReason } from "../keys/revocation-reasons.ts";
import { roleWord } from "../organization/roles.ts";
import { scopeCountWords } from "../keys/scopes.ts";
import { serviceTokenTellers } from "./service-token-audit-words.ts";
import { exactTime } from "../words/time-words.ts";

const t = wordsOf("audit");

type Label = keyof CatalogOf<"audit">["details"];

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
  ...organizationTellers,
  ...serviceTokenTellers,
  ...personTellers,
  ...sealTellers,
  ...clockTellers,
  ...restoreTellers,
  ...appTellers,
  ...leakTellers,
  "organization.created": {
    did: () => t("created"),
    details: ({ after }) => labelled("plan", textOf(after, "plan")),
  },
  "member.joined": { did: ({ after }) => t("joined", { role: roleOf(after) ?? roleWord("member") }) },
  "member.role_changed": {
    did: ({ before, after }) =>
      t("roleChanged", { before: roleOf(before) ?? "?", after: roleOf(after) ?? "?" }),
  },
  "member.removed": {
    did: ({ actor, object }) => t(actor.label === object.label ? "left" : "removed"),
    details: ({ before }) => labelled("role", roleOf(before)),
  },
  "member.signed_in": { did: () => t("signedIn") },
  "member.signed_out": { did: () => t("signedOut") },
  "member.sessions_ended": { did: () => t("sessionsEnded") },
  "member.password_changed": { did: () => t("passwordChanged") },
  "member.two_factor_turned_on": { did: () => t("twoFactorTurnedOn") },
  "member.two_factor_turned_off": {
    did: ({ actor, object }) =>
      t(actor.type === "user" ? "twoFactorTurnedOff" : "twoFactorTurnedOffOf", { label: object.label }),
  },
  "member.passkey_added": { did: () => t("passkeyAdded") },
  "member.passkey_removed": { did: () => t("passkeyRemoved") },
  "invitation.created": {
    did: ({ after }) => t("invited", { role: roleOf(after) ?? roleWord("member") }),
    details: ({ after }) => labelled("linkUntil", expiryWords(after)),
  },
  "invitation.withdrawn": {
    did: () => t("withdrew"),
    details: ({ before }) => labelled("role", roleOf(before)),
  },
  "invitation.accepted": { did: () => t("accepted") },
  "key.issued": {
    did: issuedWhat,
    details: issued,
  },
  "key.rotated": { did: rotated, details: rotatedDetails },
  "key.overlap_ended": {
    did: () => t("overlapEnded"),
    details: overlapEndedDetails,
  },
  "key.revoked": {
    did: ({ after }) => t("revoked", { reason: toldReason(textOf(after, "reason")) }),
    details: (entry) => [...quoted(textOf(entry.after, "text")), ...foundAt(entry)],
  },
  "key.edited": {
    did: ({ after }) => t("edited", { fields: changedFields(after) }),
    details: ({ before, after }, members) => changesOf(before, after, members),
  },
  "key.handed_over": {
    did: ({ before, after }, members) =>
      t("handedOver", { before: memberName(before, members), after: memberName(after, members) }),
  },
  "key.list_exported": { did: () => t("keysExported") },
  "audit.exported": { did: exportedWhat },
  "statement.closed": {
    did: ({ object }) =>
      t("monthClosed", { month: isMonth(object.label) ? monthWords(object.label) : object.label }),
    details: statementDetails,
  },
};

/** Whoever did it, as a person would call them. */
export function whoOf({ type, id, label }: AuditEntry["actor"]): string {
  if (type === "system") return "Katkey";
  if (type === "operator" && id === null) return t("byShell", { command: label });
  if (type === "operator") return t("byOperator", { label });
  return type === "key" ? t("byKey", { label }) : label;
}

function issuedWhat({ after }: AuditEntry): string {
  const environment = textOf(after, "environment");
  return environment === null ? t("issued") : t("issuedIn", { environment });
}

function issued({ after }: AuditEntry, members: MemberNames): readonly string[] {
  const addresses = listOf(after, "addresses");
  return [
    ...labelled("scopes", scopeCountWords(listOf(after, "scopes"))),
    ...labelled("expiry", expiryWords(after)),
    ...labelled("addresses", addresses.length > 0 ? listWords(addresses) : null),
    ...(textOf(after, "responsibleMemberId") === null
      ? []
      : labelled("responsible", memberName(after, members))),
    ...labelled("note", textOf(after, "note")),
  ];
}

function rotated({ at, after }: AuditEntry): string {
  const retiresAt = numberOf(after, "replacedRetiresAt");
  const seconds = retiresAt === null ? 0 : (retiresAt - Date.parse(at)) / 1_000;
  return seconds > 0 ? t("rotated", { duration: durationWords(seconds) }) : t("rotatedAtOnce");
}

function rotatedDetails({ before, after }: AuditEntry): readonly string[] {
  const [old, made] = [textOf(before, "publicKeyId"), textOf(after, "publicKeyId")];
  return old === null || made === null ? [] : [t("publicIdChanged", { before: old, after: made })];
}

function overlapEndedDetails(entry: AuditEntry): readonly string[] {
  const { before } = entry;
  const retiresAt = numberOf(before, "retiresAt");
  return [
    ...(retiresAt === null
      ? []
      : [t("plannedUntil", { time: exactTime(new Date(retiresAt).toISOString()) })]),
    ...labelled("publicId", textOf(before, "publicKeyId")),
    ...foundAt(entry),
  ];
}

function exportedWhat({ after }: AuditEntry): string {
  return t("exported", { count: numberOf(after, "entries") ?? 0 });
}

function statementDetails({ after }: AuditEntry): readonly string[] {
  const requests = numberOf(after, "requests");
  const total = numberOf(after, "total");
  const currency = textOf(after, "currency");
  return [
    ...labelled("plan", textOf(after, "plan")),
    ...(requests === null ? [] : [t("requests", { count: requests })]),
    ...(total === null || currency === null ? [] : labelled("total", moneyWords(total, currency))),
  ];
}

function labelled(label: Label, text: string | null): readonly string[] {
  return text === null ? [] : [t(`details.${label}`, { text })];
}

function quoted(text: string | null): readonly string[] {
  return text === null ? [] : [t("quoted", { text })];
}

function roleOf(json: unknown): string | null {
  const role = textOf(json, "role");
  return role === null ? null : roleWord(role);
}
