import { z } from "zod";
import { wholeTextInput } from "./whole.ts";

interface PageSizes {
  readonly usual: number;
  readonly most: number;
}

/** Which page of a list, as a query asks for it: in texts. */
export function pagingInput({ usual, most }: PageSizes) {
  const limit = wholeTextInput(1, most)
    .default(usual)
    .meta({
      description: "How many a page holds.",
      documentedAs: { type: "integer", minimum: 1, maximum: most, default: usual },
    });
  return { limit, cursor: z.string().exactOptional().describe("`nextCursor` of the page before.") };
}
