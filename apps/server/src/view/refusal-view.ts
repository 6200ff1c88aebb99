import type { OrganizationId, Refusal } from "@katkey/keys";
import type { Services } from "../services.ts";
import { callersOf } from "./callers.ts";
import { isRefusalCode, remedies } from "./remedies.ts";
import { timeOf } from "./time.ts";

/** A refused request as the dashboard shows it. */
export function refusalViewOf({ organizationId: _, environment: __, at, code, limit, ...rest }: Refusal) {
  return {
    ...rest,
    at: timeOf(at),
    // Codes never go away, but what is stored is only text.
    ...(isRefusalCode(code)
      ? { code, remedy: remedies[code] }
      : { code: "other" as const, remedy: "request" as const }),
    /** How the limit stood, and when there was room again; `null` for a key that had ended. */
    limit: limit && { requestsPerMinute: limit.limit, roomAt: timeOf(at + limit.resetSeconds * 1_000) },
  };
}

/** Refused requests of an organization, each with the name of its key or app. */
export async function refusalViewsOf(
  sources: Pick<Services, "desk">,
  organizationId: OrganizationId,
  refusals: readonly Refusal[],
) {
  const ids = refusals.map(({ keyId }) => keyId);
  const { keys, connections } = await callersOf(sources, organizationId, ids);
  return refusals.map((refusal) => ({
    ...refusalViewOf(refusal),
    keyName: keys.get(refusal.keyId)?.name ?? null,
    appName: connections.get(refusal.keyId)?.app.name ?? null,
  }));
}
