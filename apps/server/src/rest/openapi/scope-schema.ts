import type { Scope } from "@katkey/keys";
import type { JsonSchema } from "./model.ts";

/** What an installation's keys can be given: the schemas that read requests know a scope by its form only. */
export function scopeSchema(all: readonly Scope[]): JsonSchema {
  return { type: "string", enum: all, description: "A permission of a key, `resource:action`." };
}
