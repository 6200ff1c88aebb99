import { z } from "zod";

const unitsMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const message = "must be minutes, hours or days, from 1m to 30d, such as 24h";

/** A stretch of time with its unit, as milliseconds. */
export const intervalText = z
  .string()
  .regex(/^[1-9]\d{0,4}[mhd]$/, message)
  .transform((text) => Number(text.slice(0, -1)) * unitsMs[unitOf(text)])
  .refine((interval) => interval <= 30 * unitsMs.d, message);

function unitOf(text: string): keyof typeof unitsMs {
  const last = text.slice(-1);
  return last === "m" || last === "h" ? last : "d";
}
