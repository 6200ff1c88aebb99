import type { Act, MemberActor } from "../actor.ts";
import type { ApiKey } from "./api-key.ts";
import { deedOf, keyObject, type Told } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { KeyId, MemberId } from "../id.ts";
import { assertNotEnded, findKey } from "./key-authority.ts";
import { findAnswering } from "../organizations/member-authority.ts";
import { isManager } from "../organizations/role.ts";

export interface HandOverManyRequest {
  readonly keyIds: readonly KeyId[];
  readonly to: MemberId;
}

/**
 * Makes one member responsible for several keys: for all of them or, when one is refused, for none.
 * @returns the keys that changed hands
 * @throws KeyError `key_not_found`, `member_not_found`, `role_not_allowed`, `key_already_revoked`,
 *   `key_already_expired`, `key_changed`, `rows_unsound`
 */
export async function handOverMany(
  desk: Desk,
  act: Act<MemberActor>,
  { keyIds, to }: HandOverManyRequest,
): Promise<readonly KeyId[]> {
  const { organizationId, now } = act;
  if (!isManager(act.actor.role)) {
    throw new KeyError("role_not_allowed", "Only owners and admins can hand a key over.");
  }
  await findAnswering(desk, organizationId, to);
  const named = await Promise.all([...new Set(keyIds)].map((keyId) => findKey(desk, act, keyId)));
  for (const key of named) assertNotEnded(key, now);
  const keys = named.filter(({ responsible }) => responsible.memberId !== to);
  const [first, ...others] = keys.map((key) => tellHandedOver(key, to));
  if (first === undefined) return [];
  const change = { organizationId, keys, now, to };
  const outcome = await desk.store.handOverAll(change, deedOf(act, first, ...others));
  if (outcome === "done") return keys.map(({ id }) => id);
  if (outcome === "holder_gone") {
    throw new KeyError("member_not_found", "There is no such member any more.");
  }
  throw new KeyError("key_changed", "Somebody else has just changed one of these keys. Look again.");
}

function tellHandedOver(key: ApiKey, to: MemberId): Told {
  return {
    action: "key.handed_over",
    object: keyObject(key),
    before: { responsibleMemberId: key.responsible.memberId },
    after: { responsibleMemberId: to },
  };
}
