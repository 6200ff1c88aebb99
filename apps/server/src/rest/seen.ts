import type { IncomingMessage } from "node:http";
import type { Scope } from "@katkey/keys";
import { arrivalOf } from "../http/arrival.ts";
import { withoutSecrets } from "../input/without-secrets.ts";
import type { Services } from "../services.ts";

const longestUserAgent = 256;

/** Told apart when they are counted. Node knows some thirty, and each would be a row more in every hour. */
const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** A request, and where it came to. */
export interface Asked {
  readonly request: IncomingMessage;
  /** The pattern, never the path that was called. */
  readonly route: string;
  /** What the route needs. */
  readonly scopes: readonly Scope[];
}

/** What is kept of a request, whatever its answer. */
export function seenOf({ clock }: Pick<Services, "clock">, { request, route }: Asked) {
  return {
    at: clock.now(),
    address: arrivalOf(request).address,
    userAgent: userAgentOf(request),
    method: methodOf(request),
    route,
  };
}

function methodOf({ method = "" }: IncomingMessage): string {
  return methods.has(method) ? method : "(other method)";
}

function userAgentOf({ headers }: IncomingMessage): string | null {
  const text = headers["user-agent"];
  return text === undefined ? null : withoutSecrets(text).slice(0, longestUserAgent);
}
