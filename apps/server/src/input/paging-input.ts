import { z } from "zod";
import { refusing } from "./refusing.ts";
import { wholeInput } from "./whole.ts";

interface PageSizes {
  readonly usual: number;
  readonly most: number;
}

/** Which page of a list, as a query asks for it: in texts. */
export function pagingInput({ usual, most }: PageSizes) {
  const limit = z
    .string()
    .refine(isWhole, refusing("wrong_type", `Must be a whole number from 1 to ${most}.`))
    .transform(Number)
    .pipe(wholeInput(1, most))
    .default(usual)
    .meta({
      description: "How many a page holds.",
      documentedAs: { type: "integer", minimum: 1, maximum: most, default: usual },
    });
  return { limit, cursor: z.string().exactOptional().describe("`nextCursor` of the page before.") };
}

/** In the one way in which each is written. */
function isWhole(text: string): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(text);
}
