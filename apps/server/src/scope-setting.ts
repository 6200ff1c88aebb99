import { faultOfOwnScopes, isScope, type Scope } from "@katkey/keys";
import { z } from "zod";

/** What the company's own API asks for, apart by spaces, commas or lines. */
export const ownScopesText = z.string().transform((text, context): readonly Scope[] => {
  const names = text.split(/[\s,]+/).filter((name) => name !== "");
  const message = faultOfOwnScopes(names);
  if (message !== null) context.addIssue({ code: "custom", message });
  return names.filter(isScope);
});
