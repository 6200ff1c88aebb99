import { hourMs } from "../../usage/granularity.ts";
import type { Use } from "../../usage/usage.ts";

/** Whether two uses of one secret count in the same places: the hour, the tally, the client. */
export function isAlike(a: Alike, b: Alike): boolean {
  return (
    a.route === b.route &&
    a.method === b.method &&
    a.status === b.status &&
    a.cause === b.cause &&
    a.refused === b.refused &&
    a.address === b.address &&
    a.userAgent === b.userAgent &&
    Math.floor(a.at / hourMs) === Math.floor(b.at / hourMs)
  );
}

type Alike = Pick<Use, "route" | "method" | "status" | "cause" | "refused" | "address" | "userAgent" | "at">;
