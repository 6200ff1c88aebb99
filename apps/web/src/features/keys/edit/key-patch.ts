import type { KeyView, MemberId, Scope } from "../../../lib/api-types.ts";
import { sameScopes } from "../../../lib/scopes.ts";
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
