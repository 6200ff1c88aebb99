import type { OrganizationSettings } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { dateInputValue, type ExpiryChoice } from "./expiry.ts";

/** What the organization demands of an expiry that is set now. */
export type ExpiryRules = Pick<OrganizationSettings["keyRules"], "maximumLifetimeDays" | "expiryRequired"> & {
  readonly organization: string;
};

type AllowedChoice = Exclude<ExpiryChoice, "keep">;

/** No demands: also until they are known, as the server has the last word. */
export const noRules: ExpiryRules = { organization: "", maximumLifetimeDays: null, expiryRequired: false };

const usualDays = [30, 90, 365];
const dayMilliseconds = 24 * 60 * 60 * 1_000;

/** The choices that the server would take, the maximum itself among them. */
export function allowedChoices({
  maximumLifetimeDays: most,
  expiryRequired,
}: ExpiryRules): readonly AllowedChoice[] {
  const days = most === null ? usualDays : [...usualDays.filter((one) => one < most), most];
  const never = most === null && !expiryRequired ? (["never"] as const) : [];
  return [...never, ...days.map((one) => `${one}` as const), "date"];
}

/** What a form begins with: the longest life that is usual and allowed. */
export function firstChoice(rules: ExpiryRules): ExpiryChoice {
  const choices = allowedChoices(rules);
  return (
    choices.find((choice) => choice === "never") ?? choices.findLast((choice) => choice !== "date") ?? "date"
  );
}

/** The last day whose end the maximum allows, as a date input has it; `undefined` without a maximum. */
export function lastDay({ maximumLifetimeDays: most }: ExpiryRules, now: number): string | undefined {
  return most === null ? undefined : dateInputValue(new Date(now + (most - 1) * dayMilliseconds));
}

/** The rules as a sentence; `null` where there are none. */
export function rulesSentence({ organization, maximumLifetimeDays: most, expiryRequired }: ExpiryRules) {
  const t = wordsOf("keys");
  if (most !== null) return t("fields.ruleMost", { organization, count: most });
  return expiryRequired ? t("fields.ruleRequired", { organization }) : null;
}
