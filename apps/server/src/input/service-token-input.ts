import { longestOverlapSeconds } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "./id.ts";
import { expiryInput } from "./expiry-input.ts";
import { lineInput } from "./text.ts";
import { wholeInput } from "./whole.ts";

export const serviceTokenInput = z.object({ id: idInput("svt") });

export const issueServiceTokenInput = z.object({
  name: lineInput(80),
  /** `null`: all of them, those to come included. */
  organizations: z.array(idInput("org")).min(1).max(100).nullable(),
  expiresAt: expiryInput,
});

export const rotateServiceTokenInput = serviceTokenInput.extend({
  overlapSeconds: wholeInput(0, longestOverlapSeconds),
  replaces: z.string().max(60).exactOptional(),
});

export const listServiceTokensInput = z.object({
  inUse: z.boolean().exactOptional(),
  /** The `nextCursor` of the page before. */
  cursor: idInput("svt").exactOptional(),
  limit: wholeInput(1, 100).default(50),
});
