import { randomUUID } from "node:crypto";

const acceptable = /^[A-Za-z0-9._-]{1,64}$/;

/** The id by which a request is found in the log: the caller's, when it is harmless, else a new one. */
export function requestIdOf(presented: string | readonly string[] | undefined): string {
  return typeof presented === "string" && acceptable.test(presented) ? presented : randomUUID();
}
