import { environments, granularities, usageGroups } from "@katkey/keys";
import { z } from "zod";
import { pagingInput } from "./paging-input.ts";
import { refusing } from "./refusing.ts";

/** A moment in RFC 3339, or a date, which is its midnight in UTC. From 1970 on, and not behind what a date can be. */
export const momentInput = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], "Must be a time in RFC 3339, or a date.")
  .transform((text) => Date.parse(text))
  .refine((time) => time >= 0, refusing("too_small", "Must not be before 1970."))
  .refine(
    (time) => time <= Date.UTC(9998, 11, 31),
    refusing("too_large", "Must not be later than the year 9998."),
  );

export const usageQuery = z.strictObject({
  from: momentInput
    .exactOptional()
    .describe(
      "Where the range begins. By itself a day before `to` by the hour, 30 days by the day, a year by the month.",
    ),
  to: momentInput.exactOptional().describe("Where the range ends. By itself now."),
  granularity: z.enum(granularities).default("day").describe("How long a bucket is, in UTC."),
  group_by: z.enum(usageGroups).default("none").describe("What is told apart."),
  environment: z
    .enum(environments)
    .exactOptional()
    .describe("Only requests of live or of test keys. By itself both; with a test key `test`."),
  ...pagingInput({ usual: 1_000, most: 5_000 }),
});
