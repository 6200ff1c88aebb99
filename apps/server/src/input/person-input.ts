import { z } from "zod";
import { idInput } from "./id.ts";
import { wholeInput } from "./whole.ts";

export const peopleInput = z.object({
  search: z.string().trim().max(100).exactOptional(),
  banned: z.boolean().exactOptional(),
  /** The `nextCursor` of the page before. */
  cursor: z.string().max(300).exactOptional(),
  limit: wholeInput(1, 100).default(25),
});

export const personInput = z.object({ id: idInput("usr") });
