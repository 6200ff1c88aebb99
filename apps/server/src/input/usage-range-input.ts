import { granularities } from "@katkey/keys";
import { z } from "zod";
import { momentInput } from "./usage-input.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A range up to now, and how it is cut: the running hour, day or month is its last. */
const presets = {
  "24h": { granularity: "hour", from: (now: number) => now - 23 * hourMs },
  "7d": { granularity: "day", from: (now: number) => now - 6 * dayMs },
  "30d": { granularity: "day", from: (now: number) => now - 29 * dayMs },
  "90d": { granularity: "day", from: (now: number) => now - 89 * dayMs },
  "12mo": { granularity: "month", from: elevenMonthsBefore },
} as const;

/** What the dashboard asks about: so far back from now, or from one moment to another. */
export const usageRangeInput = z.union([
  z.literal(["24h", "7d", "30d", "12mo"]),
  z.strictObject({ from: momentInput, to: momentInput, granularity: z.enum(granularities) }),
]);

/** Of one key: as far back as its hours are added up at once. */
export const keyUsageRangeInput = z.literal(["24h", "7d", "30d", "90d"]);

type UsageRangeInput = z.output<typeof usageRangeInput> | z.output<typeof keyUsageRangeInput>;

export function usageRangeOf(range: UsageRangeInput, now: number) {
  if (typeof range === "object") return range;
  const { granularity, from } = presets[range];
  return { granularity, from: from(now) };
}

function elevenMonthsBefore(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 11);
}
