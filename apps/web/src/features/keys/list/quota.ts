import { wordsOf } from "../../../lib/language/i18n.ts";

const t = wordsOf("keys");

export interface Quota {
  /** Its name. */
  readonly plan: string;
  /** Active keys over both environments; a rotating one counts once. */
  readonly used: number;
  /** `null`: any number. */
  readonly limit: number | null;
}

export function quotaWords(quota: Quota | undefined): string {
  // A blank that keeps the line's height, so that the page does not jump.
  if (quota === undefined) return "\u00A0";
  const { plan, used, limit } = quota;
  return limit === null
    ? t("quota.unlimited", { count: used, plan })
    : t("quota.used", { used, limit, plan });
}

export function isFull({ used, limit }: Quota): boolean {
  return limit !== null && used >= limit;
}

/** Why no key can be issued now; `null` when there is room, or nobody knows yet. */
export function whyFull(quota: Quota | undefined): string | null {
  if (quota === undefined || !isFull(quota)) return null;
  return t("quota.whyFull", { limit: quota.limit ?? 0, plan: quota.plan });
}
