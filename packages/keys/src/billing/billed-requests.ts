import type { OrganizationId } from "../id.ts";
import { endOfMonth, startOfMonth, type Month } from "./month.ts";
import type { UsageGroup } from "../usage/usage.ts";
import type { UsageLog } from "../usage/usage-log.ts";

interface Billed {
  readonly organizationId: OrganizationId;
  readonly month: Month;
  /** Which of the sums is asked. All must give the same. */
  readonly groupBy?: UsageGroup;
}

/** How many requests of a month are to be paid: live ones that were served. */
export async function countBilled(
  usage: UsageLog,
  { organizationId, month, groupBy = "none" }: Billed,
): Promise<number> {
  const buckets = await usage.sum(organizationId, {
    from: startOfMonth(month),
    to: endOfMonth(month),
    granularity: "month",
    groupBy,
    environment: "live",
  });
  return buckets.reduce((sum, { served }) => sum + served, 0);
}
