import type { Customer, UsageLog } from "@katkey/keys";
import { grantStatusOf } from "./grant-status-of.ts";
import { timeOf } from "./time.ts";

const hourMs = 60 * 60 * 1_000;
const range = { days: 30, ms: 30 * 24 * hourMs };

/**
 * Grants as the app's owner sees them: whose data, and nothing of who gave it; when the app came last, and how many
 * requests it has made there within 30 days.
 */
export function customerViewsOf(usage: UsageLog, customers: readonly Customer[], now: number) {
  return Promise.all(
    customers.map(async ({ grant, organizationName, live }) => {
      const { id, organizationId, scopes, createdAt, endedAt, endedBy } = grant;
      const lastUse = (await usage.lastUses(organizationId, [id])).get(id);
      return {
        id,
        organization: { id: organizationId, name: organizationName },
        status: grantStatusOf(endedAt, live),
        scopes,
        createdAt: timeOf(createdAt),
        endedAt: timeOf(endedAt),
        endedBy,
        lastUsedAt: timeOf(lastUse?.at ?? null),
        requests: { days: range.days, ...(await requestsOf(usage, grant, now)) },
      };
    }),
  );
}

/** Uses of a grant are counted under its id. */
async function requestsOf(usage: UsageLog, { id, organizationId }: Customer["grant"], now: number) {
  const to = now - (now % hourMs) + hourMs;
  const query = { publicKeyIds: [id], from: to - range.ms, to, granularity: "day", groupBy: "none" } as const;
  const buckets = await usage.sumOfSecrets(organizationId, query);
  const sum = (field: "served" | "refused" | "failed") =>
    buckets.reduce((total, bucket) => total + bucket[field], 0);
  return { served: sum("served"), refused: sum("refused"), failed: sum("failed") };
}
