import type { Act, MemberActor, ShellActor } from "../actor.ts";
import { statusOf, type ApiKey, type RevocationReason } from "./api-key.ts";
import { deedOf, keyObject, type Told } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { KeyId } from "../id.ts";
import { findManagedKey } from "./key-authority.ts";

export interface RevokeManyRequest {
  readonly keyIds: readonly KeyId[];
  readonly reason: RevocationReason;
  /** In the revoker's words, at most 500 characters; needed for `other`. */
  readonly text: string | null;
}

/**
 * Ends several keys at once: all of them or, when one is refused, none. What was revoked before stays as it was.
 * @returns the keys that it ended
 * @throws KeyError `key_not_found`, `role_not_allowed`, `key_changed`, `revocation_text_missing`
 */
export async function revokeMany(
  desk: Desk,
  act: Act<MemberActor | ShellActor>,
  { keyIds, reason, text }: RevokeManyRequest,
): Promise<readonly KeyId[]> {
  if (reason === "other" && text === null) {
    throw new KeyError("revocation_text_missing", "Say in a few words why the keys are revoked.");
  }
  const named = await Promise.all([...new Set(keyIds)].map((keyId) => findManagedKey(desk, act, keyId)));
  const tell = (key: ApiKey): Told => ({
    action: "key.revoked",
    object: keyObject(key),
    before: { status: statusOf(key, act.now) },
    after: { status: "revoked", reason, text },
  });
  const keys = named.filter(({ revocation }) => revocation === null);
  const [first, ...others] = keys.map(tell);
  if (first === undefined) return [];
  const revocation = { at: act.now, reason, text };
  const ended = keys.map(({ id }) => id);
  const change = { organizationId: act.organizationId, keyIds: ended, revocation };
  if (await desk.store.revokeAll(change, deedOf(act, first, ...others))) return ended;
  throw new KeyError("key_changed", "Somebody else has just revoked one of these keys. Look again.");
}
