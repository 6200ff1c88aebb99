import { environments, plans, roles } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { anyScope } from "../input/scope-input.ts";
import { timeAnswer } from "./time-answer.ts";

/** Whose key it is, and what it may do: the fields of every answer that says so. */
export const principalFields = {
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
};

const principalAnswer = z.strictObject(principalFields);

export type PrincipalView = z.output<typeof principalAnswer>;
