import type { KeyId, KeyView, MemberId } from "../../lib/api-types.ts";
import { plural } from "../../lib/plural.ts";

/** What becomes of a key when the member who is responsible for it leaves. */
export type Decision =
  | { readonly action: "revoke" }
  | { readonly action: "hand_over"; readonly to: MemberId };

export type Decisions = ReadonlyMap<KeyId, Decision>;

/** One settlement for each key, or null while a key is undecided. */
export function settlementsOf(keys: readonly KeyView[], decisions: Decisions) {
  const settlements = keys.flatMap(({ id }) => {
    const decision = decisions.get(id);
    return decision === undefined ? [] : [{ keyId: id, ...decision }];
  });
  return settlements.length === keys.length ? settlements : null;
}

/** What confirming will do, in a sentence. */
export function summaryOf(keys: readonly KeyView[], decisions: Decisions): string {
  const decided = keys.flatMap(({ id }) => decisions.get(id) ?? []);
  const revoked = decided.filter(({ action }) => action === "revoke").length;
  const handedOver = decided.length - revoked;
  const open = keys.length - decided.length;
  const parts = [
    ...(revoked > 0 ? [`${plural(revoked, "key")} revoked at once and for good`] : []),
    ...(handedOver > 0 ? [`${plural(handedOver, "key")} handed over and working on`] : []),
    ...(open > 0 ? [`${plural(open, "key")} to decide about`] : []),
  ];
  return `${parts.join(", ")}.`;
}
