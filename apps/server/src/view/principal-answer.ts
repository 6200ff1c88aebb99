import { environments, plans, roles } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { anyScope } from "../input/scope-input.ts";
import { timeAnswer } from "./time-answer.ts";

const scopesAnswer = z.array(anyScope).readonly();

const whoseFields = {
  organization: z.strictObject({ id: idInput("org"), name: z.string(), plan: z.enum(plans) }),
};

/** Whose key it is, and what it may do: the fields of every answer that says so. */
export const keyFields = {
  key: z.strictObject({
    id: idInput("key"),
    name: z.string(),
    environment: z.enum(environments),
    scopes: scopesAnswer.describe(
      "What it may do now, the role of the responsible member taken into account.",
    ),
    expiresAt: timeAnswer.nullable().describe("From then on it is refused; `null`: never."),
  }),
  ...whoseFields,
  responsibleMember: z.strictObject({
    role: z.enum(roles).nullable().describe("`null`: the member has left."),
  }),
};

/** Which app acts for whom: the same for a partner app's access token. */
export const appFields = {
  key: z.null().describe("It is no API key that was sent."),
  app: z
    .strictObject({
      id: idInput("app"),
      name: z.string(),
      environment: z.enum(environments).describe("Apps act in `live` alone."),
      scopes: scopesAnswer.describe(
        "What it may do now, its grant and the role of the member who granted it taken into account.",
      ),
      expiresAt: timeAnswer.describe("From then on the access token is refused."),
    })
    .describe("The partner app that acts for the organization."),
  grant: z
    .strictObject({ id: idInput("grt") })
    .describe("The organization's leave for the app, which stays the same when its tokens change."),
  ...whoseFields,
  responsibleMember: z
    .strictObject({ role: z.enum(roles).nullable() })
    .describe("The member who connected the app."),
};

type KeyPrincipalView = z.output<z.ZodObject<typeof keyFields>>;
type AppPrincipalView = z.output<z.ZodObject<typeof appFields>>;

export type PrincipalView = KeyPrincipalView | AppPrincipalView;
