import { inLanguage, wordsOf } from "../language/i18n.ts";
import { fieldOf, listOf, namesOf, textOf } from "../api/json-field.ts";
import { dayOf } from "../words/time-words.ts";

const t = wordsOf("audit");

/** Names by member id. Who has left is missing. */
export type MemberNames = ReadonlyMap<string, string>;

const mostNamed = 8;

type Told = (before: unknown, after: unknown, members: MemberNames) => string;

const fields: Readonly<Record<string, { readonly name: () => string; readonly told: Told }>> = {
  name: {
    name: () => t("fields.name"),
    told: (before, after) =>
      t("changes.name", { before: textOf(before, "name") ?? "", after: textOf(after, "name") ?? "" }),
  },
  note: {
    name: () => t("fields.note"),
    told: (_, after) => {
      const text = textOf(after, "note");
      return text === null ? t("changes.noteRemoved") : t("changes.note", { text });
    },
  },
  scopes: {
    name: () => t("fields.scopes"),
    told: (before, after) =>
      t("details.scopes", { text: difference(listOf(before, "scopes"), listOf(after, "scopes")) }),
  },
  addresses: {
    name: () => t("fields.addresses"),
    told: (before, after) => addressesTold(listOf(before, "addresses"), listOf(after, "addresses")),
  },
  expiresAt: {
    name: () => t("fields.expiry"),
    told: (before, after) => t("changes.expiry", { before: expiryWords(before), after: expiryWords(after) }),
  },
  responsibleMemberId: {
    name: () => t("fields.responsible"),
    told: (before, after, members) =>
      t("changes.responsible", { before: memberName(before, members), after: memberName(after, members) }),
  },
};

/** One line for each field that an edit changed. */
export function changesOf(before: unknown, after: unknown, members: MemberNames): readonly string[] {
  return namesOf(after).map(
    (field) => fields[field]?.told(before, after, members) ?? t("changes.other", { field }),
  );
}

const enumeration = inLanguage((tag) => new Intl.ListFormat(tag));

/** "scopes and expiry": which fields an edit changed. */
export function changedFields(after: unknown): string {
  const names = namesOf(after).map((field) => fields[field]?.name() ?? field);
  return names.length === 0 ? t("fields.details") : enumeration().format(names);
}

export function expiryWords(json: unknown): string {
  const at = fieldOf(json, "expiresAt");
  return typeof at === "number" ? dayOf(new Date(at).toISOString()) : t("never");
}

export function memberName(json: unknown, members: MemberNames): string {
  const id = textOf(json, "responsibleMemberId");
  // Nobody is known while the members are being loaded.
  const unknown = members.size === 0 ? t("aMember") : t("aMemberWhoLeft");
  return (id !== null && members.get(id)) || unknown;
}

/** The first ones, and how many more: a key can name 50 networks. */
export function listWords(items: readonly string[]): string {
  const more = items.length - mostNamed;
  const named = items.slice(0, mostNamed).join(", ");
  return more > 0 ? t("andMore", { named, count: more }) : named;
}

function addressesTold(before: readonly string[], after: readonly string[]): string {
  return after.length === 0
    ? t("changes.addressesAny")
    : t("details.addresses", { text: difference(before, after) });
}

function difference(before: readonly string[], after: readonly string[]): string {
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  const parts = [
    ...(added.length > 0 ? [t("changes.added", { items: listWords(added) })] : []),
    ...(removed.length > 0 ? [t("changes.removed", { items: listWords(removed) })] : []),
  ];
  return parts.length > 0 ? parts.join("; ") : t("changes.reordered");
}
