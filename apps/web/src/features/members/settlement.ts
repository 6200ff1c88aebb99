import type { KeyId, KeyView, Member, MemberId } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";

/** What becomes of a key when the member who is responsible for it leaves. */
export type Decision =
  | { readonly action: "revoke" }
  | { readonly action: "hand_over"; readonly to: MemberId };

/** The server takes no more in one removal, because they are one transaction. */
export const mostSettlements = 200;

export type Decisions = ReadonlyMap<KeyId, Decision>;

/** One settlement for each key, or null while a key is undecided or there are too many. */
export function settlementsOf(keys: readonly KeyView[], decisions: Decisions) {
  if (keys.length > mostSettlements) return null;
  const settlements = keys.flatMap(({ id }) => {
    const decision = decisions.get(id);
    return decision === undefined ? [] : [{ keyId: id, ...decision }];
  });
  return settlements.length === keys.length ? settlements : null;
}

/** Who becomes responsible, or null when nobody does. */
export function heirOf(decision: Decision | null, heirs: readonly Member[]): Member | null {
  if (decision?.action !== "hand_over") return null;
  return heirs.find(({ id }) => id === decision.to) ?? null;
}

/** What confirming will do, in a sentence. */
export function summaryOf(keys: readonly KeyView[], decisions: Decisions): string {
  const t = wordsOf("members");
  const decided = keys.flatMap(({ id }) => decisions.get(id) ?? []);
  const revoked = decided.filter(({ action }) => action === "revoke").length;
  const handedOver = decided.length - revoked;
  const open = keys.length - decided.length;
  const parts = [
    ...(revoked > 0 ? [t("settle.revoked", { count: revoked })] : []),
    ...(handedOver > 0 ? [t("settle.handedOver", { count: handedOver })] : []),
    ...(open > 0 ? [t("settle.open", { count: open })] : []),
  ];
  return `${parts.join(", ")}.`;
}
