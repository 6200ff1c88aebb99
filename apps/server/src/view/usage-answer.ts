import { environments, granularities, usageGroups } from "@katkey/keys";
import { z } from "zod";
import { nextCursorAnswer } from "./next-cursor-answer.ts";
import { timeAnswer } from "./time-answer.ts";

const count = {
  served: z.int().describe("Admitted, and answered with a status below 500. In live, these are billed."),
  refused: z
    .int()
    .describe(
      "Refused before any route was asked: for its client, its address, the limit or a scope. Never billed.",
    ),
  failed: z.int().describe("Failed on our side: 5xx. Never billed."),
};

const bucketAnswer = z
  .strictObject({
    start: timeAnswer.describe("Where the hour, day or month begins, in UTC."),
    group: z
      .string()
      .nullable()
      .meta({
        description:
          "A key's id, a route, a class of status, or a problem's code (`none`: no problem), as `groupBy` says; `null` for `none`.",
        examples: ["GET /v1/products"],
      }),
    ...count,
  })
  .readonly()
  .meta({ id: "UsageBucket", description: "What was counted in one hour, day or month." });

/** What `GET /v1/usage` answers. */
export const usageAnswer = z
  .strictObject({
    from: timeAnswer.describe("Where the range begins, widened to whole hours, days or months."),
    to: timeAnswer.describe("Where it ends: the first moment that is not in it."),
    granularity: z.enum(granularities),
    groupBy: z.enum(usageGroups),
    environment: z.enum(environments).nullable().describe("`null`: both."),
    data: z
      .array(bucketAnswer)
      .readonly()
      .describe("In the order of time. Buckets without a request are left out."),
    total: z.strictObject(count).readonly().describe("Of the whole range, on whichever page."),
    nextCursor: nextCursorAnswer,
  })
  .readonly()
  .meta({ id: "Usage", description: "How many requests the organization's keys have made." });

export type UsageView = z.infer<typeof usageAnswer>;
