import type { AuditEntry } from "../../lib/api-types.ts";
import { durationWords } from "../../lib/duration.ts";
import { toldReason } from "../../lib/revocation-reasons.ts";
import { exactTime } from "../../lib/time-words.ts";
import { changesOf, expiryWords, listWords, memberName, type MemberNames } from "./history-changes.ts";
import { listOf, numberOf, textOf } from "./history-field.ts";

import { scopeCountWords } from "../../lib/scopes.ts";

export interface Sentence {
  readonly who: string;
  /** What they did, to be read after `who`. */
  readonly did: string;
  /** What exactly, where one sentence would be too long. */
  readonly details: readonly string[];
}

/** An entry of a key's history as a person would tell it. */
export function sentenceOf(entry: AuditEntry, members: MemberNames): Sentence {
  return { who: whoOf(entry.actor), ...toldOf(entry, members) };
}

function whoOf({ type, label }: AuditEntry["actor"]): string {
  if (type === "system") return "Katkey";
  return type === "key" ? `The key “${label}”` : label;
}

function toldOf(entry: AuditEntry, members: MemberNames): Omit<Sentence, "who"> {
  const { action, before, after } = entry;
  switch (action) {
    case "key.issued":
      return issued(after);
    case "key.rotated":
      return { did: rotated(entry), details: [] };
    case "key.overlap_ended":
      return { did: overlapEnded(before), details: [] };
    case "key.revoked":
      return revoked(after);
    case "key.edited":
      return { did: "edited the key.", details: changesOf(before, after, members) };
    case "key.handed_over":
      return {
        did: `handed the key over to ${memberName(after, members)}.`,
        details: changesOf(before, after, members),
      };
    case "key.exposed":
      return { did: exposed(after), details: [] };
    default:
      return { did: `recorded ${action}.`, details: [] };
  }
}

function issued(after: unknown) {
  const environment = textOf(after, "environment") ?? "";
  const addresses = listOf(after, "addresses");
  return {
    did: `issued this ${environment} key with ${scopeCountWords(listOf(after, "scopes"))}.`,
    details: [
      `Expiry: ${expiryWords(after)}`,
      ...(addresses.length > 0 ? [`Addresses: ${listWords(addresses)}`] : []),
    ],
  };
}

function rotated({ at, after }: AuditEntry): string {
  const retiresAt = numberOf(after, "replacedRetiresAt");
  const seconds = retiresAt === null ? 0 : (retiresAt - Date.parse(at)) / 1_000;
  return seconds > 0
    ? `rotated the key with an overlap of ${durationWords(seconds)}.`
    : "rotated the key without an overlap: the old secret was refused at once.";
}

function overlapEnded(before: unknown): string {
  const retiresAt = numberOf(before, "retiresAt");
  const until = retiresAt === null ? "" : `, planned until ${exactTime(new Date(retiresAt).toISOString())}`;
  return `ended the overlap${until}. The old secret was refused at once.`;
}

function revoked(after: unknown) {
  const text = textOf(after, "text");
  return {
    did: `revoked the key: ${toldReason(textOf(after, "reason"))}.`,
    details: text === null ? [] : [`“${text}”`],
  };
}

function exposed(after: unknown): string {
  const origin = textOf(after, "origin");
  if (textOf(after, "by") === "url") return "marked the key as exposed: its secret was sent in a URL.";
  return `marked the key as exposed: a browser used its secret${origin === null ? "" : ` on ${origin}`}.`;
}
