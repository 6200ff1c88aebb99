import type { IncomingMessage } from "node:http";
import type { Principal } from "@katkey/keys";
import { arrivalOf } from "../http/arrival.ts";
import type { Services } from "../services.ts";

const longestUserAgent = 256;

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
    userAgent: request.headers["user-agent"]?.slice(0, longestUserAgent) ?? null,
    method: request.method ?? "",
    retiring: principal.retiring,
    ...use,
  });
}
