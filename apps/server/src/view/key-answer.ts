import { environments, exposureKinds, keyStatuses, revocationReasons, rotationVerdicts } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { anyScope } from "../input/scope-input.ts";
import { nextCursorAnswer } from "./next-cursor-answer.ts";
import { timeAnswer } from "./time-answer.ts";

const scopesAnswer = z.array(anyScope).readonly();

const exposureAnswer = z
  .strictObject({
    at: timeAnswer,
    by: z
      .enum(exposureKinds)
      .describe(
        "Whether a browser sent the token, a URL or body held it, or somebody reported that they found it.",
      ),
    origin: z.string().nullable().describe("The `Origin` header of the request that gave it away."),
    address: z.string().nullable().describe("The address it came from."),
    source: z
      .string()
      .nullable()
      .describe("Of a report: who found it, and in what.")
      .meta({ examples: ["github commit"] }),
    url: z
      .string()
      .nullable()
      .describe("Of a report: where it is, as was reported. Not checked: do not follow it blindly."),
  })
  .readonly()
  .meta({ id: "Exposure", description: "Proof that a token reached a place where it can be read." });

const quarantineAnswer = z
  .strictObject({
    at: timeAnswer,
    releasedAt: timeAnswer.nullable().describe("When an admin let it in again; `null`: it is refused."),
  })
  .readonly()
  .meta({ id: "Quarantine", description: "The secret was reported as leaked, and refused from then on." });

const lastUseAnswer = z
  .strictObject({
    at: timeAnswer,
    address: z.string().describe("The client's IP address."),
    userAgent: z.string().nullable().describe("The first 256 characters of its `User-Agent`."),
    method: z.string().meta({ examples: ["GET"] }),
    route: z.string().meta({
      description: "The route's pattern, never the path that was called.",
      examples: ["/v1/keys/{id}"],
    }),
    status: z.int().describe("The status that was answered."),
    requests: z.int().describe("How many there have been in all."),
    requestsRetiring: z.int().describe("How many there have been since the token was replaced."),
  })
  .readonly()
  .meta({ id: "LastUse", description: "The last request, and how many there have been." });

const secretAnswer = z
  .strictObject({
    publicKeyId: z
      .string()
      .meta({ description: "Names this secret; a part of the token.", examples: ["4kT9wQ2mZx7RbNfL"] }),
    hint: z.string().describe("The token's last four characters."),
    maskedToken: z
      .string()
      .describe("How people recognize the token: all of it that is safe to show.")
      .meta({ examples: ["kat_live_…8fQz"] }),
    state: z
      .enum(["current", "retiring", "retired", "revoked", "expired"])
      .describe("`retiring`: replaced, and accepted for the rest of an overlap."),
    createdAt: timeAnswer,
    retiresAt: timeAnswer.nullable().describe("When it was refused first, or will be."),
    exposure: exposureAnswer.nullable(),
    quarantine: quarantineAnswer.nullable(),
    lastUse: lastUseAnswer.nullable(),
  })
  .readonly()
  .meta({ id: "KeySecret", description: "One token of a key: never the token itself." });

const actorAnswer = z
  .strictObject({
    type: z.enum(["user", "key", "operator", "system"]),
    id: z.string().nullable(),
    label: z
      .string()
      .describe("An e-mail address, the name of a key, or what an operator typed at the shell."),
  })
  .readonly()
  .meta({ id: "Actor", description: "Who did something." });

const revocationAnswer = z
  .strictObject({ at: timeAnswer, reason: z.enum(revocationReasons), text: z.string().nullable() })
  .readonly()
  .meta({ id: "Revocation", description: "When and why the key was ended, in the revoker's words." });

/** A key as it leaves the server. */
export const keyAnswer = z
  .strictObject({
    id: idInput("key"),
    name: z.string(),
    note: z.string().nullable(),
    environment: z.enum(environments),
    status: z.enum(keyStatuses).describe("`rotating`: two of its tokens are accepted."),
    scopes: scopesAnswer.describe("What it was granted, and may not be declared any more."),
    effectiveScopes: scopesAnswer.describe(
      "What it may do now: its scopes, as far as they are declared and the role of the responsible member allows them.",
    ),
    addresses: z.array(z.string()).readonly().describe("Networks that may use the key; empty: any."),
    expiresAt: timeAnswer.nullable().describe("From then on it is refused; `null`: never."),
    createdAt: timeAnswer,
    createdBy: actorAnswer,
    responsibleMemberId: idInput("mem").describe("The member whose role caps the key."),
    revocation: revocationAnswer.nullable(),
    exposure: exposureAnswer.nullable().describe("Set while a token that leaked has not been replaced."),
    lastUse: lastUseAnswer.nullable().describe("Of any of its secrets."),
    rotationVerdict: z
      .enum(rotationVerdicts)
      .nullable()
      .describe(
        "What the last uses say about ending a running overlap: `never_used` and `quiet` mean that nothing needs the replaced token any more.",
      ),
    secrets: z.array(secretAnswer).readonly().describe("Newest first."),
  })
  .readonly()
  .meta({ id: "Key", description: "The named record of one integration. It keeps its id over rotations." });

export type KeyView = z.output<typeof keyAnswer>;

export const keyListAnswer = z
  .strictObject({
    data: z.array(keyAnswer).readonly(),
    nextCursor: nextCursorAnswer,
  })
  .meta({ id: "KeyList", description: "A page of keys." });

export const keyWithTokenAnswer = z
  .strictObject({
    key: keyAnswer,
    token: z
      .string()
      .regex(/^[a-z]{2,10}_(?:live|test)_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/)
      .nullable()
      .describe("The only copy of the key's new token; `null` when the answer is a replay."),
  })
  .meta({ id: "KeyWithToken", description: "A key and its new token, which is shown once." });
