/** A calendar month in UTC, such as `2026-11`. Months compare as text. */
export type Month = `${number}-${number}`;

export function isMonth(text: string): text is Month {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** The month that a time lies in. Times are milliseconds since 1970, and end with the year 9999. */
export function monthOf(time: number): Month {
  const text = new Date(time).toISOString().slice(0, "yyyy-mm".length);
  if (isMonth(text)) return text;
  throw new RangeError(`${time} lies in no year of four digits`);
}

/** Its first millisecond. */
export function startOfMonth(month: Month): number {
  return Date.parse(`${month}-01T00:00:00.000Z`);
}

/** The first millisecond that is not in it any more. */
export function endOfMonth(month: Month): number {
  const start = new Date(startOfMonth(month));
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1);
}

export function nextMonth(month: Month): Month {
  return monthOf(endOfMonth(month));
}

export function previousMonth(month: Month): Month {
  return monthOf(startOfMonth(month) - 1);
}
