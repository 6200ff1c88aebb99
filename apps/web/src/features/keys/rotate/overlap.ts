export const overlapChoices = ["0", "3600", "86400", "604800", "other"] as const;

export type OverlapChoice = (typeof overlapChoices)[number];

export interface Overlap {
  readonly choice: OverlapChoice;
  readonly amount: number | string;
  readonly unit: OverlapUnit;
}

/** What each choice is called in the catalogs. */
export const overlapNames = {
  "0": "none",
  "3600": "hour",
  "86400": "day",
  "604800": "week",
  other: "other",
} as const satisfies Record<OverlapChoice, string>;

const secondsOf = { minutes: 60, hours: 3_600, days: 86_400 } as const;

export type OverlapUnit = keyof typeof secondsOf;

export const overlapUnits = ["minutes", "hours", "days"] as const satisfies readonly OverlapUnit[];

const longestSeconds = 30 * secondsOf.days;

/** Whole seconds: none at all, or from a minute to 30 days; `null` when the amount is neither. */
export function overlapSecondsOf({ choice, amount, unit }: Overlap): number | null {
  if (choice !== "other") return Number(choice);
  if (amount === "") return null;
  const seconds = Math.round(Number(amount) * secondsOf[unit]);
  return seconds >= secondsOf.minutes && seconds <= longestSeconds ? seconds : null;
}
