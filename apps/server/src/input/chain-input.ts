import { z } from "zod";

/** The `entries` and the `head` of the part of a chain that was checked before. */
export const chainPlaceInput = z.strictObject({
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The `nextCursor` of the page of entries before. */
export const entryCursorInput = z.string().regex(/^\d{1,15}$/);
