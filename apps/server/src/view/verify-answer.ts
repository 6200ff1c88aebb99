import { z } from "zod";
import { appFields, keyFields } from "./principal-answer.ts";
import { timeAnswer } from "./time-answer.ts";

/** Closed: codes never change their meaning. */
const verifyCodes = [
  "valid",
  "invalid_token",
  "key_revoked",
  "key_expired",
  "secret_retired",
  "secret_quarantined",
  "app_disconnected",
  "token_expired",
  "organization_suspended",
  "api_access_disabled",
  "browser_call_refused",
  "ip_not_allowed",
  "rate_limited",
  "insufficient_scope",
  "too_many_failures",
] as const;

const keyPrincipalAnswer = z
  .strictObject({
    ...keyFields,
    secret: z.strictObject({
      publicKeyId: z.string().meta({
        description: "Names the secret that was sent; a part of the token.",
        examples: ["4kT9wQ2mZx7RbNfL"],
      }),
      retiring: z.boolean().describe("It was replaced, and works for the rest of an overlap."),
    }),
  })
  .readonly()
  .meta({ id: "KeyPrincipal", description: "Whose key it is, and what it may do now." });

const appPrincipalAnswer = z
  .strictObject({ ...appFields, secret: z.null().describe("Access tokens are not told apart.") })
  .readonly()
  .meta({ id: "AppPrincipal", description: "Which partner app acts for whom, and what it may do now." });

const principalAnswer = z
  .union([keyPrincipalAnswer, appPrincipalAnswer])
  .meta({ id: "Principal", description: "Who calls: an API key, or a partner app." });

const limitAnswer = z
  .strictObject({
    limit: z.int().describe("Requests per minute that the organization's keys share."),
    remaining: z.int().describe("How many of them are left."),
    resetSeconds: z
      .int()
      .describe("When more of them are back; with `rate_limited`: as many as the request costs."),
  })
  .readonly()
  .meta({ id: "Limit", description: "How the limit stands that the organization's keys share." });

/** What was decided about another server's request. */
export const verifyAnswer = z
  .strictObject({
    valid: z.boolean().describe("Whether to let it in."),
    code: z
      .enum(verifyCodes)
      .describe("`valid`, or the code with which such a request would have been refused here."),
    principal: principalAnswer
      .nullable()
      .describe("Also of a key that is refused; `null` where nobody can be named, or nobody any more."),
    limit: limitAnswer.nullable().describe("`null` where nobody can be named, or nobody any more."),
    endedAt: timeAnswer
      .nullable()
      .describe(
        "With `key_revoked`, `key_expired`, `secret_retired`, `secret_quarantined`, `app_disconnected` and `token_expired`: when that was.",
      ),
    retryAfterSeconds: z
      .int()
      .min(1)
      .nullable()
      .describe(
        "With `rate_limited` and `too_many_failures`: what to tell your client in `Retry-After`; `null`: waiting does not help.",
      ),
  })
  .readonly()
  .meta({ id: "Verification", description: "What was decided about a request." });

export const verifyBatchAnswer = z
  .strictObject({
    answers: z.array(verifyAnswer).readonly().describe("One for each request, in their order."),
  })
  .meta({ id: "VerificationBatch", description: "What was decided about several requests." });

export type VerifyView = z.output<typeof verifyAnswer>;
