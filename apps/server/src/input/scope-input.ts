import { isScope, type Scope } from "@katkey/keys";
import { z } from "zod";
import { refusing } from "./refusing.ts";

const pattern = "^[a-z0-9_.-]+(:[a-z0-9_.-]+)+$";

/** A scope by its form. Whether the installation declares it is the verb's to say. */
function scopeOfForm() {
  return z
    .custom<Scope>(
      (value) => typeof value === "string" && isScope(value),
      refusing("malformed", "Must be a scope such as products:read."),
    )
    .meta({ type: "string", pattern, maxLength: 64 });
}

/** One that may not be declared any more. */
export const anyScope = scopeOfForm();

/** One to give: an installation's document lists those that it has. */
export const scopeInput = scopeOfForm().meta({ id: "Scope", description: "A permission of a key." });

/** More than an installation can have: a key may hold some that are declared no more. */
export const scopesInput = z.array(scopeInput).max(100);
