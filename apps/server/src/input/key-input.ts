import {
  environments,
  keySorts,
  keyStatuses,
  longestOverlapSeconds,
  needReasons,
  revocationReasons,
} from "@katkey/keys";
import { z } from "zod";
import { expiryInput as anyExpiryInput } from "./expiry-input.ts";
import { idInput } from "./id.ts";
import { pagingInput } from "./paging-input.ts";
import { anyScope, scopesInput } from "./scope-input.ts";
import { lineInput, noteInput } from "./text.ts";
import { wholeInput, wholeTextInput } from "./whole.ts";

export const addressesInput = z
  .array(z.string().max(60))
  .max(50)
  .describe("IP addresses, and networks such as `203.0.113.0/24`, that may use the key; empty: any.");

const expiryInput = anyExpiryInput.describe("From then on the key is refused; `null`: never.");

const nameInput = lineInput(80).describe(
  "Unique among the organization's keys that are not revoked, whatever the case of its letters.",
);

export const issueInput = z.strictObject({
  name: nameInput,
  note: noteInput(500).default(null),
  environment: z.enum(environments),
  scopes: scopesInput.min(1).exactOptional().describe("By itself all that the issuing key has."),
  addresses: addressesInput
    .exactOptional()
    .describe(
      "IP addresses, and networks such as `203.0.113.0/24`, that may use the key; empty: any. By itself the organization's default.",
    ),
  expiresAt: expiryInput.default(null),
});

export const rotateInput = z.strictObject({
  overlapSeconds: wholeInput(0, longestOverlapSeconds).describe(
    "How long the replaced token still works. `0` cuts it off at once, as a leak demands.",
  ),
  replaces: z
    .string()
    .max(60)
    .exactOptional()
    .describe(
      "The `publicKeyId` that the caller means to replace; somebody else's rotation in between is then a conflict.",
    ),
});

export const revokeInput = z.strictObject({
  reason: z.enum(revocationReasons).describe("`other` needs a `text`."),
  text: noteInput(500).default(null),
});

export const editInput = z.strictObject({
  name: nameInput.exactOptional(),
  note: noteInput(500).exactOptional(),
  scopes: scopesInput.exactOptional().describe("All that it is granted from now on."),
  addresses: addressesInput.exactOptional(),
  expiresAt: expiryInput.exactOptional(),
});

/** `responsibleMemberId` too: handing a key over is for people. */
export const dashboardEditInput = editInput.extend({
  responsibleMemberId: idInput("mem").exactOptional(),
});

/** Several keys of one organization, as many as a page of a list can show. */
export const manyKeysInput = z.object({ keyIds: z.array(idInput("key")).min(1).max(200) });

/** How far a list of keys that expire soon looks ahead. */
const mostDaysAhead = 366;

export const listInput = z.strictObject({
  search: z
    .string()
    .trim()
    .max(100)
    .exactOptional()
    .describe("A part of the name or the note, or a whole `id`, `publicKeyId` or `hint`."),
  environment: z.enum(environments).exactOptional().describe("Only keys of this environment."),
  status: z
    .enum([...keyStatuses, "in_use"])
    .exactOptional()
    .describe("Only keys of this status; `in_use`: active or rotating."),
  scope: anyScope.exactOptional().describe("Only keys that were granted this scope."),
  exposed: z.literal(true).exactOptional(),
  neverUsed: z.literal(true).exactOptional(),
  need: z.enum(needReasons).exactOptional(),
  expiresInDays: wholeInput(1, mostDaysAhead).exactOptional(),
  responsibleMemberId: idInput("mem").exactOptional(),
  sort: z
    .enum(keySorts)
    .exactOptional()
    .describe(
      "In the order of this field, descending behind a minus; by itself the newest first. A key that never expires is the last to expire.",
    ),
  cursor: z.string().exactOptional(),
  limit: z.int().min(1).max(100).default(20),
});

/** The same as the query of a URL. Members, and what waits for them, are named in the dashboard only. */
export const listQueryInput = listInput.omit({ responsibleMemberId: true, need: true }).extend({
  exposed: z
    .enum(["true"])
    .transform(() => true as const)
    .exactOptional()
    .describe("`true`: only keys in use of which a token that leaked is still accepted."),
  neverUsed: z
    .enum(["true"])
    .transform(() => true as const)
    .exactOptional()
    .describe("`true`: only keys of which no token was ever sent, not even in vain."),
  expiresInDays: wholeTextInput(1, mostDaysAhead)
    .exactOptional()
    .meta({
      description: "Only keys in use that expire within so many days.",
      documentedAs: { type: "integer", minimum: 1, maximum: mostDaysAhead },
    }),
  ...pagingInput({ usual: 20, most: 100 }),
});
