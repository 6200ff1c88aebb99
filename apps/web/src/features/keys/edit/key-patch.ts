import type { KeyView, MemberId, Scope } from "../../../lib/api/api-types.ts";
import type { EditField } from "../../../lib/search/key-page-search.ts";
import { allScopes, sameScopes, withdrawnScopes } from "../../../lib/keys/scopes.ts";
import { addressesOf } from "../fields/addresses.ts";
import { expiresAtOf, type Expiry } from "../fields/expiry.ts";

/** A key as its edit form holds it. */
export interface EditValues {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiry: Expiry;
  readonly addresses: string;
  readonly responsibleMemberId: MemberId;
  readonly note: string;
}

/** What a link wants added: scopes to give, and an address to allow; and which field it is about. */
export interface EditWishes {
  readonly scopes: readonly Scope[];
  readonly address: string | undefined;
  readonly field: EditField | undefined;
}

export const noWishes: EditWishes = { scopes: [], address: undefined, field: undefined };

/** What is to change; what is absent stays. */
export interface KeyPatch {
  name?: string;
  note?: string | null;
  scopes?: Scope[];
  addresses?: string[];
  expiresAt?: string | null;
  responsibleMemberId?: MemberId;
}

export function editValuesOf({ name, scopes, addresses, responsibleMemberId, note }: KeyView): EditValues {
  return {
    name,
    scopes,
    expiry: { choice: "keep", date: "" },
    addresses: addresses.join("\n"),
    responsibleMemberId,
    note: note ?? "",
  };
}

/** What takes an edit back: of the same fields what was there before. */
export function inverseOf(before: KeyView, patch: KeyPatch): KeyPatch {
  const { name, note, scopes, addresses, expiresAt, responsibleMemberId } = before;
  return {
    ...(patch.name !== undefined && { name }),
    ...(patch.note !== undefined && { note }),
    ...(patch.scopes !== undefined && { scopes: [...scopes] }),
    ...(patch.addresses !== undefined && { addresses: [...addresses] }),
    ...(patch.expiresAt !== undefined && { expiresAt }),
    ...(patch.responsibleMemberId !== undefined && { responsibleMemberId }),
  };
}

/**
 * The form as it opens for somebody who followed a link. An empty list allows every address already, and of the scopes
 * only those count that there are: `own` are those of the company's own API.
 */
export function withWishes(
  values: EditValues,
  { scopes, address }: Pick<EditWishes, "scopes" | "address">,
  own: readonly Scope[],
): EditValues {
  const addresses = addressesOf(values.addresses);
  const adds = address !== undefined && addresses.length > 0 && !addresses.includes(address);
  return {
    ...values,
    scopes: [
      ...allScopes(own).filter((scope) => values.scopes.includes(scope) || scopes.includes(scope)),
      ...withdrawnScopes(values.scopes, own),
    ],
    ...(adds && { addresses: [...addresses, address].join("\n") }),
  };
}

/** What a link has added to a form, as people write it: scopes and an address. */
export function additionsOf(before: KeyView, filledIn: EditValues): readonly string[] {
  return [
    ...filledIn.scopes.filter((scope) => !before.scopes.includes(scope)),
    ...addressesOf(filledIn.addresses).filter((address) => !before.addresses.includes(address)),
  ];
}

/** Only what differs, so that an edit never undoes somebody else's of another field. */
export function patchOf(before: KeyView, wanted: EditValues, now: number): KeyPatch {
  const has = editValuesOf(before);
  const expiresAt = expiresAtOf(wanted.expiry, now);
  const addresses = addressesOf(wanted.addresses);
  return {
    ...(wanted.name.trim() !== has.name && { name: wanted.name }),
    ...(wanted.note.trim() !== has.note && { note: wanted.note.trim() || null }),
    ...(!sameScopes(wanted.scopes, has.scopes) && { scopes: [...wanted.scopes] }),
    ...(addresses.join("\n") !== has.addresses && { addresses: [...addresses] }),
    ...(expiresAt !== undefined && expiresAt !== before.expiresAt && { expiresAt }),
    ...(wanted.responsibleMemberId !== has.responsibleMemberId && {
      responsibleMemberId: wanted.responsibleMemberId,
    }),
  };
}
