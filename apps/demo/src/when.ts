export const hourMs = 60 * 60 * 1_000;
export const dayMs = 24 * hourMs;

/** A moment of the story, told from its end. */
export type When = (now: number) => number;

/** `onDay(3, "09:30")`: at half past nine, UTC, three days ago. */
export function onDay(daysAgo: number, time: `${number}:${number}`): When {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (now) => startOfDay(now) - daysAgo * dayMs + hours * hourMs + minutes * 60_000;
}

export function hoursAgo(hours: number): When {
  return (now) => now - hours * hourMs;
}

/** At the end of a day that is to come. */
export function inDays(days: number): When {
  return (now) => startOfDay(now) + (days + 1) * dayMs - 1;
}

function startOfDay(now: number): number {
  return now - (now % dayMs);
}
