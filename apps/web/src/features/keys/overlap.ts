export const overlapChoices = ["0", "3600", "86400", "604800", "other"] as const;

export type OverlapChoice = (typeof overlapChoices)[number];

export interface Overlap {
  readonly choice: OverlapChoice;
  readonly amount: number | string;
  readonly unit: OverlapUnit;
}

export const overlapLabels = {
  "0": { label: "No overlap", means: "The old secret is refused at once. Right when it has leaked." },
  "3600": { label: "1 hour", means: "You replace the secret now, by hand." },
  "86400": { label: "24 hours", means: "Time for a deployment. Right for most." },
  "604800": { label: "7 days", means: "Several teams or customers have to follow." },
  other: { label: "Another time", means: "Up to 30 days." },
} as const satisfies Record<OverlapChoice, { readonly label: string; readonly means: string }>;

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
