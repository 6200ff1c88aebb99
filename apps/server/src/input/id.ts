import { isId, KeyError } from "@katkey/keys";
import { z } from "zod";

/** An id of this kind. Whether it exists, and for whom, is the verb's to say. */
export function idInput<Prefix extends string>(prefix: Prefix) {
  return z
    .custom<`${Prefix}_${string}`>(
      (value) => typeof value === "string" && isId(prefix, value),
      `Expected an id that begins with ${prefix}_.`,
    )
    .meta({ type: "string", pattern: `^${prefix}_[0-9A-Za-z]{1,60}$` });
}

const idCharacters = 22;

/**
 * A cursor is the id at which a page ended; one that was cut short would silently begin elsewhere.
 * @throws KeyError `cursor_invalid`
 */
export function assertCursor(prefix: string, cursor: string | undefined): void {
  if (cursor === undefined) return;
  if (isId(prefix, cursor) && cursor.length === prefix.length + 1 + idCharacters) return;
  throw new KeyError("cursor_invalid", "This cursor did not come from a page of this list.");
}
