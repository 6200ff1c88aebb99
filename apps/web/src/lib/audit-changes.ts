import { fieldOf, listOf, namesOf, textOf } from "./json-field.ts";
import { dayOf } from "./time-words.ts";

/** Names by member id. Who has left is missing. */
export type MemberNames = ReadonlyMap<string, string>;

const mostNamed = 8;

type Told = (before: unknown, after: unknown, members: MemberNames) => string;

const fields: Readonly<Record<string, { readonly name: string; readonly told: Told }>> = {
  name: {
    name: "name",
    told: (before, after) => `Name: “${textOf(before, "name")}” became “${textOf(after, "name")}”`,
  },
  note: {
    name: "note",
    told: (_, after) =>
      textOf(after, "note") === null ? "Note removed" : `Note: “${textOf(after, "note")}”`,
  },
  scopes: {
    name: "scopes",
    told: (before, after) => `Scopes: ${difference(listOf(before, "scopes"), listOf(after, "scopes"))}`,
  },
  addresses: {
    name: "addresses",
    told: (before, after) => addressesTold(listOf(before, "addresses"), listOf(after, "addresses")),
  },
  expiresAt: {
    name: "expiry",
    told: (before, after) => `Expiry: ${expiryWords(before)} became ${expiryWords(after)}`,
  },
  responsibleMemberId: {
    name: "responsible member",
    told: (before, after, members) =>
      `Responsible member: ${memberName(before, members)} became ${memberName(after, members)}`,
  },
};

/** One line for each field that an edit changed. */
export function changesOf(before: unknown, after: unknown, members: MemberNames): readonly string[] {
  return namesOf(after).map((field) => fields[field]?.told(before, after, members) ?? `${field} changed`);
}

const enumeration = new Intl.ListFormat("en-GB");

/** "scopes and expiry": which fields an edit changed. */
export function changedFields(after: unknown): string {
  const names = namesOf(after).map((field) => fields[field]?.name ?? field);
  return names.length === 0 ? "details" : enumeration.format(names);
}

export function expiryWords(json: unknown): string {
  const at = fieldOf(json, "expiresAt");
  return typeof at === "number" ? dayOf(new Date(at).toISOString()) : "never";
}

export function memberName(json: unknown, members: MemberNames): string {
  const id = textOf(json, "responsibleMemberId");
  // Nobody is known while the members are being loaded.
  const unknown = members.size === 0 ? "a member" : "a member who has left";
  return (id !== null && members.get(id)) || unknown;
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
