import { isId, type Desk, type OrganizationId, type Refusal } from "@katkey/keys";
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

/** Refused requests of an organization, each with the name of its key. */
export async function refusalViewsOf(
  { store }: Pick<Desk, "store">,
  organizationId: OrganizationId,
  refusals: readonly Refusal[],
) {
  const callerIds = new Set(refusals.map(({ keyId }) => keyId));
  const keyIds = Array.from(callerIds).filter((id) => isId("key", id));
  const keys = await store.findKeys(organizationId, keyIds);
  const names = new Map<string, string>(keys.map(({ id, name }) => [id, name]));
  return refusals.map((refusal) => ({
    ...refusalViewOf(refusal),
    keyName: names.get(refusal.keyId) ?? null,
  }));
}
