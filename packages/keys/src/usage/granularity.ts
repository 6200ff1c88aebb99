/** In milliseconds. */
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const granularities = ["hour", "day", "month"] as const;

export type Granularity = (typeof granularities)[number];

const longestMs = {
  hour: hourMs,
  day: dayMs,
  month: 31 * dayMs,
} as const satisfies Record<Granularity, number>;

/** Where the hour, day or month of UTC begins that a time lies in. */
export function startOf(granularity: Granularity, time: number): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (granularity === "month") return Date.UTC(year, month);
  return Date.UTC(year, month, day, granularity === "day" ? 0 : date.getUTCHours());
}

/** The first moment, at `time` or later, at which an hour, day or month begins. */
export function ceilingOf(granularity: Granularity, time: number): number {
  const start = startOf(granularity, time);
  return start === time ? time : startOf(granularity, start + longestMs[granularity]);
}
