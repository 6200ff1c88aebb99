import type { IncomingMessage } from "node:http";
import type { Refusal, Scope } from "@katkey/keys";
import { arrivalOf } from "../../http/arrival.ts";
import { withoutSecrets } from "../../input/without-secrets.ts";
import type { Services } from "../../services.ts";

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
export type Seen = Pick<Refusal, "at" | "address" | "userAgent" | "method" | "route">;

export function seenOf({ clock }: Pick<Services, "clock">, { request, route }: Asked): Seen {
  const { method = "", headers } = request;
  return {
    at: clock.now(),
    address: arrivalOf(request).address,
    userAgent: keptUserAgent(headers["user-agent"] ?? null),
    method: countedMethod(method),
    route,
  };
}

export function countedMethod(method: string): string {
  return methods.has(method) ? method : "(other method)";
}

export function keptUserAgent(text: string | null): string | null {
  return text === null ? null : withoutSecrets(text).slice(0, longestUserAgent).toWellFormed();
}
