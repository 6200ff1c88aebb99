/** A day of the calendar, such as `2026-11-01`. */
export function isCalendarDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // The calendar has no 30 February, though JavaScript reads one.
  return time >= 0 && new Date(time).toISOString().startsWith(text);
}

/** The midnight in UTC with which the day after this one begins, as RFC 3339 has it. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString();
}
