import type { IncomingMessage } from "node:http";
import type { Principal } from "@katkey/keys";
import { arrivalOf } from "../http/arrival.ts";
import type { Services } from "../services.ts";

const longestUserAgent = 256;

interface Use {
  readonly request: IncomingMessage;
  readonly route: string;
  readonly status: number;
  readonly at: number;
}

/** Notes when, from where and what for a secret was last used. */
export function recordUse({ lastUses }: Services, principal: Principal, { request, route, status, at }: Use) {
  lastUses.record({
    publicKeyId: principal.publicKeyId,
    keyId: principal.key.id,
    organizationId: principal.organization.id,
    at,
    address: arrivalOf(request).address,
    userAgent: request.headers["user-agent"]?.slice(0, longestUserAgent) ?? null,
    method: request.method ?? "",
    route,
    status,
    retiring: principal.retiring,
  });
}
