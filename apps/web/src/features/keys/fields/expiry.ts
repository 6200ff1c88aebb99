import { wordsOf } from "../../../lib/language/i18n.ts";
import { dayOf } from "../../../lib/words/time-words.ts";

const t = wordsOf("keys");

/** A number: of days from now. `keep`: as it is, for a key that exists. */
export type ExpiryChoice = "never" | `${number}` | "date" | "keep";

export interface Expiry {
  readonly choice: ExpiryChoice;
  /** `YYYY-MM-DD` as a date input has it; empty: not chosen yet. */
  readonly date: string;
}

export function expiryLabel(choice: Exclude<ExpiryChoice, "keep">): string {
  if (choice === "never") return t("fields.never");
  return choice === "date" ? t("fields.onDate") : t("fields.inDays", { count: Number(choice) });
}

const dayMilliseconds = 24 * 60 * 60 * 1_000;

/** RFC 3339, `null` for never, `undefined` for no change. A key that expires on a date works until that day ends here. */
export function expiresAtOf({ choice, date }: Expiry, now: number): string | null | undefined {
  if (choice === "keep") return undefined;
  if (choice === "never") return null;
  if (choice === "date") return endOfDay(date)?.toISOString() ?? null;
  return new Date(now + Number(choice) * dayMilliseconds).toISOString();
}

/** What is wrong with the choice, in words; `null` when nothing is. `last`: the last day that is allowed. */
export function expiryMistake({ choice, date }: Expiry, now: number, last?: string): string | null {
  if (choice !== "date") return null;
  const end = endOfDay(date);
  if (end === null) return t("fields.dateMissing");
  if (end.getTime() <= now) return t("fields.dateOver");
  return last !== undefined && date > last
    ? t("fields.dateTooLate", { day: dayOf(`${last}T12:00:00`) })
    : null;
}

/** The date input's value for a moment, in the browser's time zone. */
export function dateInputValue(moment: Date): string {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function isExpiryChoice(text: string): text is ExpiryChoice {
  return ["never", "date", "keep"].includes(text) || /^\d+$/.test(text);
}

function endOfDay(date: string): Date | null {
  const end = new Date(`${date}T23:59:59`);
  return Number.isNaN(end.getTime()) ? null : end;
}
