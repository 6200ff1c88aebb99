import { z } from "zod";
import { principalFields } from "./principal-answer.ts";

/** Whose key was sent, and what it may do. */
export const userAnswer = z
  .strictObject({
    ...principalFields,
    limit: z.strictObject({
      limit: z.int().describe("Requests per minute that the organization's keys share."),
      remaining: z.int().describe("How many of them are left."),
      resetSeconds: z.int().describe("When more of them are back."),
    }),
  })
  .meta({ id: "User", description: "Whose key was sent, what it may do now, and how its limit stands." });

export type UserView = z.output<typeof userAnswer>;
