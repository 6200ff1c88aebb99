import { environments, keyStatuses, longestOverlapSeconds, revocationReasons, scopes } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "./id.ts";
import { lineInput, noteInput } from "./text.ts";

const scopesInput = z.array(z.enum(scopes)).max(scopes.length);
const addressesInput = z.array(z.string().max(60)).max(50);

/** The last that RFC 3339 can write: a year has four digits there. */
const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** RFC 3339 with a zone; `null` for never. */
const expiryInput = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((time) => time <= lastTime, "Must not be later than the year 9999 in UTC.")
  .nullable();

export const issueInput = z.strictObject({
  name: lineInput(80),
  note: noteInput(500).default(null),
  environment: z.enum(environments),
  scopes: scopesInput.min(1).exactOptional(),
  addresses: addressesInput.default([]),
  expiresAt: expiryInput.default(null),
});

export const rotateInput = z.strictObject({
  overlapSeconds: z.int().min(0).max(longestOverlapSeconds),
  /** The `publicKeyId` that the caller means to replace; somebody else's rotation in between is then a conflict. */
  replaces: z.string().max(60).exactOptional(),
});

export const revokeInput = z.strictObject({
  reason: z.enum(revocationReasons),
  text: noteInput(500).default(null),
});

export const editInput = z.strictObject({
  name: lineInput(80).exactOptional(),
  note: noteInput(500).exactOptional(),
  scopes: scopesInput.exactOptional(),
  addresses: addressesInput.exactOptional(),
  expiresAt: expiryInput.exactOptional(),
});

/** `responsibleMemberId` too: handing a key over is for people. */
export const dashboardEditInput = editInput.extend({
  responsibleMemberId: idInput("mem").exactOptional(),
});

export const listInput = z.strictObject({
  search: z.string().trim().max(100).exactOptional(),
  environment: z.enum(environments).exactOptional(),
  status: z.enum(keyStatuses).exactOptional(),
  responsibleMemberId: idInput("mem").exactOptional(),
  cursor: z.string().max(100).exactOptional(),
  limit: z.int().min(1).max(100).default(20),
});
