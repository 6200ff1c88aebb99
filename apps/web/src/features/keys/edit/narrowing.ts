import type { KeyView } from "../../../lib/api/api-types.ts";
import type { KeyPatch } from "./key-patch.ts";

export type Narrowing = Pick<KeyPatch, "scopes" | "addresses" | "expiresAt" | "responsibleMemberId">;

/** What of an edit can take something away from the key; `null`: nothing does. */
export function narrowingOf(before: KeyView, patch: KeyPatch): Narrowing | null {
  const { scopes, addresses, expiresAt, responsibleMemberId } = patch;
  const narrowing: Narrowing = {
    ...(scopes !== undefined && before.scopes.some((scope) => !scopes.includes(scope)) && { scopes }),
    ...(addresses !== undefined && addresses.length > 0 && { addresses }),
    ...(isEarlier(expiresAt, before.expiresAt) && { expiresAt }),
    // Whose role allows less.
    ...(responsibleMemberId !== undefined && { responsibleMemberId }),
  };
  return Object.keys(narrowing).length === 0 ? null : narrowing;
}

function isEarlier(expiresAt: string | null | undefined, before: string | null): expiresAt is string {
  if (expiresAt === undefined || expiresAt === null) return false;
  return before === null || Date.parse(expiresAt) < Date.parse(before);
}
