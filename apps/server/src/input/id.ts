import { isId } from "@katkey/keys";
import { z } from "zod";
import { refusing } from "./refusing.ts";

/** An id of this kind. Whether it exists, and for whom, is the verb's to say. */
export function idInput<Prefix extends string>(prefix: Prefix) {
  return z
    .custom<`${Prefix}_${string}`>(
      (value) => typeof value === "string" && isId(prefix, value),
      refusing("malformed", `Must be an id that begins with ${prefix}_.`),
    )
    .meta({ type: "string", pattern: `^${prefix}_[0-9A-Za-z]{1,60}$` });
}
