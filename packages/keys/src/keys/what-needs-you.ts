import { managesAllKeys, type Act, type MemberActor } from "../actor.ts";
import type { ApiKey } from "./api-key.ts";
import type { Desk } from "../desk.ts";
import { findNeeding, needReasons, type NeedReason } from "./needs.ts";
import { canAnswerForKeys } from "../organizations/role.ts";
import type { UsageLog } from "../usage/usage-log.ts";

/** Keys that wait for the same reason. */
export interface Need {
  readonly reason: NeedReason;
  /** At least 1. */
  readonly count: number;
  /** The most urgent of them. */
  readonly keys: readonly ApiKey[];
}

/**
 * What an organization's keys in use wait for that this member can settle, the most urgent reason first. Managers are
 * told of every key, others of those they answer for; of each reason the `most` most urgent keys.
 */
export async function whatNeedsYou(
  sources: Pick<Desk, "store"> & { readonly usage: UsageLog },
  { organizationId, actor, now }: Act<MemberActor>,
  most: number,
): Promise<readonly Need[]> {
  if (!canAnswerForKeys(actor.role)) return [];
  const whose = managesAllKeys(actor) ? {} : { responsibleMemberId: actor.memberId };
  const needs: Need[] = [];
  for (const reason of needReasons) {
    const keyIds = await findNeeding(sources, { organizationId, now, ...whose }, reason);
    const keys = await sources.store.findKeys(organizationId, keyIds.slice(0, most));
    if (keyIds.length > 0) needs.push({ reason, count: keyIds.length, keys });
  }
  return needs;
}
