import { environments, plans, roles } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { anyScope } from "../input/scope-input.ts";
import { timeAnswer } from "./time-answer.ts";

/** Whose key was sent, and what it may do. */
export const userAnswer = z
  .strictObject({
    key: z.strictObject({
      id: idInput("key"),
      name: z.string(),
      environment: z.enum(environments),
      scopes: z
        .array(anyScope)
        .readonly()
        .describe("What it may do now, the role of the responsible member taken into account."),
      expiresAt: timeAnswer.nullable().describe("From then on it is refused; `null`: never."),
    }),
    organization: z.strictObject({ id: idInput("org"), name: z.string(), plan: z.enum(plans) }),
    responsibleMember: z.strictObject({
      role: z.enum(roles).nullable().describe("`null`: the member has left."),
    }),
    limit: z.strictObject({
      limit: z.int().describe("Requests per minute that the organization's keys share."),
      remaining: z.int().describe("How many of them are left."),
      resetSeconds: z.int().describe("When more of them are back."),
    }),
  })
  .meta({ id: "User", description: "Whose key was sent, what it may do now, and how its limit stands." });

export type UserView = z.output<typeof userAnswer>;
