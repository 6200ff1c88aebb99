import { plans } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "./id.ts";
import { lineInput } from "./text.ts";
import { wholeInput } from "./whole.ts";

export const surveyInput = z.object({
  search: z.string().trim().max(100).exactOptional(),
  plan: z.enum(plans).exactOptional(),
  suspended: z.boolean().exactOptional(),
  /** The `nextCursor` of the page before. */
  cursor: idInput("org").exactOptional(),
  limit: wholeInput(1, 100).default(25),
});

export const planInput = z.object({ plan: z.enum(plans) });

/** `null`: the plan's own. */
export const requestLimitInput = z.object({ requestsPerMinute: wholeInput(1, 1_000_000).nullable() });

export const suspensionInput = z.object({ reason: lineInput(300) });
