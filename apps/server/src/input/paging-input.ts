import { z } from "zod";

interface PageSizes {
  readonly usual: number;
  readonly most: number;
}

/** Which page of a list, as a query asks for it: in texts. */
export function pagingInput({ usual, most }: PageSizes) {
  const limit = z
    .string()
    .regex(/^[1-9]\d{0,5}$/, `Expected a number from 1 to ${most}.`)
    .transform(Number)
    .pipe(z.int().max(most))
    .default(usual)
    .meta({
      description: "How many a page holds.",
      documentedAs: { type: "integer", minimum: 1, maximum: most, default: usual },
    });
  return { limit, cursor: z.string().exactOptional().describe("`nextCursor` of the page before.") };
}
