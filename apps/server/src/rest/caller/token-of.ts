import type { IncomingMessage } from "node:http";
import { challenge } from "../../http/challenge.ts";
import { Problem } from "../../http/problem.ts";
import { parseAuthorization } from "./bearer.ts";

/** `missing`: what is said where no key is asked for. @throws Problem when there is none, or not one */
export function tokenOf({ headers }: IncomingMessage, missing: { readonly detail?: string } = {}): string {
  const credentials = parseAuthorization(headers.authorization);
  if (credentials.kind === "bearer") return credentials.token;
  throw credentials.kind === "none"
    ? new Problem("missing_credentials", { ...missing, headers: challenge() })
    : new Problem("invalid_request", { headers: challenge("invalid_request") });
}
