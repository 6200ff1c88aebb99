import type { LimitState, Principal, Use } from "@katkey/keys";
import type { Services } from "../../services.ts";
import { seenOf, type Asked, type Seen } from "./seen.ts";

interface Answered {
  readonly principal: Principal;
  readonly limit: LimitState;
  readonly status: number;
  /** By admission. */
  readonly refused: boolean;
  /** The problem's code, `none` without one. */
  readonly cause: string;
}

/** Counts an answer before it leaves, and notes when, from where and what for the secret was used. */
export function recordUse(services: Services, asked: Asked, answered: Answered): Promise<void> {
  return recordUses(services, seenOf(services, asked), answered, 1);
}

/** The same of a request that somebody else received, and that counts for several. */
export function recordUses(
  services: Services,
  { at, address, userAgent, method, route }: Seen,
  { principal, limit, status, refused, cause }: Answered,
  requests: number,
): Promise<void> {
  const { organization, id, environment, publicKeyId, retiring } = principal;
  // Each by its name: to spread three objects costs a multiple, and this is done for every request.
  const use: Use = {
    organizationId: organization.id,
    keyId: id,
    publicKeyId,
    environment,
    retiring,
    at,
    address,
    userAgent,
    method,
    route,
    status,
    refused,
    cause,
    requests,
  };
  const inWindow = limit.limit - limit.remaining;
  services.traffic.noteWindow(use.organizationId, { at, requests: inWindow, limit: limit.limit });
  return services.usage.record(use);
}
