import type { KeyId } from "../../lib/api/api-types.ts";
import { isKeyId } from "../../lib/organization/ids.ts";
import { requestIdIn } from "../../lib/api/request-id.ts";

/** What the page keeps in the address. */
export interface RefusalsSearch {
  readonly request?: string;
  /** Without a request: whose latest refusals are shown. */
  readonly key?: KeyId;
}

/** Drops what cannot be a request's id. */
export function refusalsSearchOf({ request, key }: Readonly<Record<string, unknown>>): RefusalsSearch {
  // The router reads what looks like a number as one.
  const pasted = requestIdIn(typeof request === "number" ? String(request) : asText(request));
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    request: typeof pasted === "object" ? pasted.id : undefined,
    key: typeof key === "string" && isKeyId(key) ? key : undefined,
  };
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
