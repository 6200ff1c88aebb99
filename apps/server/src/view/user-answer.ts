import { z } from "zod";
import { appFields, keyFields } from "./principal-answer.ts";

const limit = z.strictObject({
  limit: z.int().describe("Requests per minute that the organization's keys share."),
  remaining: z.int().describe("How many of them are left."),
  resetSeconds: z.int().describe("When more of them are back."),
});

/** Whose key was sent, and what it may do. */
const keyUserAnswer = z
  .strictObject({ ...keyFields, limit })
  .meta({ id: "KeyUser", description: "Whose key was sent, what it may do now, and how its limit stands." });

/** Which app acts for whom, and what it may do. */
const appUserAnswer = z.strictObject({ ...appFields, limit }).meta({
  id: "AppUser",
  description: "Which app acts for whom, what it may do now, and how the organization's limit stands.",
});

export const userAnswer = z
  .union([keyUserAnswer, appUserAnswer])
  .meta({ id: "User", description: "Who calls: an API key, or a partner app with an access token." });

export type UserView = z.output<typeof userAnswer>;
