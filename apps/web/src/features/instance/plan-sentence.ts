import { wordsOf } from "../../lib/language/i18n.ts";
import { numberWords } from "../../lib/words/number-words.ts";
import { planLimits, type Plan } from "../../lib/organization/plans.ts";

/** "5 keys, 100 requests per minute": what a plan includes. */
export function planSentence(plan: Plan): string {
  const t = wordsOf("instance");
  const { keys, requestsPerMinute } = planLimits[plan];
  return t("planMeans", {
    keys: keys === null ? t("planUnlimited") : t("planKeys", { count: keys }),
    requests: numberWords(requestsPerMinute),
  });
}
