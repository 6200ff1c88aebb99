import type { IncomingMessage } from "node:http";
import type { Principal } from "@katkey/keys";
import { arrivalOf } from "../http/arrival.ts";
import type { Services } from "../services.ts";

const longestUserAgent = 256;

/** Told apart when they are counted. Node knows some thirty, and each would be a row more in every hour. */
const methods = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** What is secret in a token, of whatever brand. */
const secret = /(?<=_(?:live|test)_[0-9A-Za-z]{16}\.)[0-9A-Za-z]{49}/g;

interface Answered {
  readonly request: IncomingMessage;
  readonly route: string;
  readonly status: number;
  /** By admission. */
  readonly refused: boolean;
}

/** Counts an answer before it leaves, and notes when, from where and what for the secret was used. */
export function recordUse(
  { usage, clock }: Services,
  principal: Principal,
  { request, ...use }: Answered,
): Promise<void> {
  return usage.record({
    publicKeyId: principal.publicKeyId,
    keyId: principal.key.id,
    organizationId: principal.organization.id,
    environment: principal.key.environment,
    at: clock.now(),
    address: arrivalOf(request).address,
    userAgent: userAgentOf(request),
    method: methodOf(request),
    retiring: principal.retiring,
    ...use,
  });
}

function methodOf({ method = "" }: IncomingMessage): string {
  return methods.has(method) ? method : "(other method)";
}

/** Some put their token there, and what is kept is shown. */
function userAgentOf({ headers }: IncomingMessage): string | null {
  return headers["user-agent"]?.replaceAll(secret, "…").slice(0, longestUserAgent) ?? null;
}
