import { z } from "zod";
import { refusing } from "./refusing.ts";

/** The last that RFC 3339 can write: a year has four digits there. */
const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** RFC 3339 with a zone; `null` for never. */
export const expiryInput = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((time) => time <= lastTime, refusing("too_large", "Must not be later than the year 9999 in UTC."))
  .nullable();
