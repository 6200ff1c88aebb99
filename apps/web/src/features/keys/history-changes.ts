import { dayOf } from "../../lib/time-words.ts";
import { fieldOf, listOf, namesOf, textOf } from "./history-field.ts";

/** Names by member id. Who has left is missing. */
export type MemberNames = ReadonlyMap<string, string>;

const mostNamed = 8;

type Told = (before: unknown, after: unknown, members: MemberNames) => string;

const tellers: Readonly<Record<string, Told>> = {
  name: (before, after) => `Name: “${textOf(before, "name")}” became “${textOf(after, "name")}”`,
  note: (_, after) => (textOf(after, "note") === null ? "Note removed" : `Note: “${textOf(after, "note")}”`),
  scopes: (before, after) => `Scopes: ${difference(listOf(before, "scopes"), listOf(after, "scopes"))}`,
  addresses: (before, after) => addressesTold(listOf(before, "addresses"), listOf(after, "addresses")),
  expiresAt: (before, after) => `Expiry: ${expiryWords(before)} became ${expiryWords(after)}`,
  responsibleMemberId: (before, after, members) =>
    `Responsible member: ${memberName(before, members)} became ${memberName(after, members)}`,
};

/** One line for each field that an edit changed. */
export function changesOf(before: unknown, after: unknown, members: MemberNames): readonly string[] {
  return namesOf(after).map((name) => tellers[name]?.(before, after, members) ?? `${name} changed`);
}

export function expiryWords(json: unknown): string {
  const at = fieldOf(json, "expiresAt");
  return typeof at === "number" ? dayOf(new Date(at).toISOString()) : "never";
}

export function memberName(json: unknown, members: MemberNames): string {
  const id = textOf(json, "responsibleMemberId");
  return (id !== null && members.get(id)) || "a member who has left";
}

/** The first ones, and how many more: a key can name 50 networks. */
export function listWords(items: readonly string[]): string {
  const more = items.length - mostNamed;
  const named = items.slice(0, mostNamed).join(", ");
  return more > 0 ? `${named} and ${more} more` : named;
}

function addressesTold(before: readonly string[], after: readonly string[]): string {
  return after.length === 0 ? "Addresses: any, no longer limited" : `Addresses: ${difference(before, after)}`;
}

function difference(before: readonly string[], after: readonly string[]): string {
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  const parts = [
    ...(added.length > 0 ? [`added ${listWords(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${listWords(removed)}`] : []),
  ];
  return parts.length > 0 ? parts.join("; ") : "put in another order";
}
