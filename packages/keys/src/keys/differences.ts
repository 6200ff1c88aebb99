import type { ApiKey } from "./api-key.ts";
import type { Json } from "../audit/audit.ts";
import type { KeyPatch } from "./key-store.ts";

type Fields = { -readonly [Name in keyof KeyPatch]: KeyPatch[Name] };
type Recorded = { -readonly [Name in keyof KeyPatch]: Json };

/** What an edit really changes, as the store and as the audit log need it. */
export interface Differences {
  readonly patch: KeyPatch;
  readonly before: Recorded;
  readonly after: Recorded;
}

const names = ["name", "note", "scopes", "addresses", "expiresAt", "responsibleMemberId"] as const;

/** `null`: the key has all of that already. */
export function differencesOf(key: ApiKey, wanted: KeyPatch): Differences | null {
  const { name, note, scopes, addresses, expiresAt, responsible } = key;
  const has = { name, note, scopes, addresses, expiresAt, responsibleMemberId: responsible.memberId };
  const patch: Fields = { ...wanted };
  const before: Recorded = {};
  const after: Recorded = {};
  for (const field of names) {
    const value = wanted[field];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(has[field])) {
      delete patch[field];
    } else {
      before[field] = has[field];
      after[field] = value;
    }
  }
  return Object.keys(after).length === 0 ? null : { patch, before, after };
}
