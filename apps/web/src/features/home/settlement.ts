import type { KeyView, Role } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import type { EditField, KeyPageSearch } from "../../lib/search/key-page-search.ts";
import { isManager } from "../../lib/organization/roles.ts";
import type { NeedReason } from "./need.ts";

interface Settlement {
  /** In a word or two. */
  readonly action: string;
  /** What the page that it leads to opens. */
  readonly open: NonNullable<KeyPageSearch["open"]> | "issue";
  /** Where it begins. */
  readonly field?: EditField;
}

const t = wordsOf("home");

/** The one act that settles what a key waits for, as far as this role can do it. */
export function settlementOf(reason: NeedReason, key: KeyView, role: Role): Settlement {
  const settlements = {
    exposed: () =>
      isOldSecretExposed(key)
        ? { action: t("needs.exposed.end"), open: "end_overlap" }
        : { action: t("needs.exposed.rotate"), open: "rotate" },
    curtailed: () =>
      isManager(role)
        ? { action: t("needs.curtailed.handOver"), open: "edit", field: "responsible" }
        : { action: t("needs.curtailed.narrow"), open: "edit" },
    // Only managers can let a key live longer.
    expiring: () =>
      isManager(role)
        ? { action: t("needs.expiring.extend"), open: "edit", field: "expiry" }
        : { action: t("needs.expiring.succeed"), open: "issue" },
    safe_to_end: () => ({ action: t("needs.safe_to_end.end"), open: "end_overlap" }),
    unused: () => ({ action: t("needs.unused.revoke"), open: "revoke" }),
  } as const satisfies Record<NeedReason, () => Settlement>;
  return settlements[reason]();
}

/** Then the secret that replaced it did not leak, and another rotation would not help. */
function isOldSecretExposed({ secrets }: KeyView): boolean {
  return !secrets.some(({ state, exposure }) => state === "current" && exposure !== null);
}
