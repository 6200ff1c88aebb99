import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { planName } from "../../lib/organization/plans.ts";

/** How many keys there are, and how many the plan allows. */
export function useKeysTile({ plan, keyLimit: limit, keysInUse: used }: OrganizationSettings) {
  const { t } = useTranslation("home");
  const label = t("figures.keys");
  const words = { plan: planName(plan) };
  if (limit === null) return { label, value: countWords(used), description: t("figures.keysAny", words) };
  return {
    label,
    value: t("figures.keysOf", { used, limit }),
    aside: used >= limit ? t("figures.keysFull") : undefined,
    description: t("figures.keysPlan", { ...words, limit }),
  };
}
