import type { OrganizationId } from "./id.ts";
import { endOfMonth, startOfMonth, type Month } from "./month.ts";
import type { UsageLog } from "./usage-log.ts";

/** How many requests of a month are to be paid: live ones that were served. */
export async function countBilled(
  usage: UsageLog,
  organizationId: OrganizationId,
  month: Month,
): Promise<number> {
  const [bucket] = await usage.sum(organizationId, {
    from: startOfMonth(month),
    to: endOfMonth(month),
    granularity: "month",
    groupBy: "none",
    environment: "live",
  });
  return bucket?.served ?? 0;
}
