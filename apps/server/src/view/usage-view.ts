import {
  isId,
  statusOf,
  type Desk,
  type OrganizationId,
  type UsageBreakdown,
  type UsageBucket,
} from "@katkey/keys";
import { timeOf } from "./time.ts";

/** Whose usage it is, and when it is looked at. */
interface Look {
  readonly organizationId: OrganizationId;
  readonly now: number;
}

/** Usage as the dashboard shows it: each group with its name and its course. */
export async function usageViewOf(desk: Desk, look: Look, usage: UsageBreakdown) {
  const { from, to, environment, total, buckets, groups, groupBuckets, moreGroups } = usage;
  const courses = Map.groupBy(groupBuckets, ({ group }) => group);
  return {
    from: timeOf(from),
    to: timeOf(to),
    environment,
    total,
    buckets: buckets.map(bucketViewOf),
    groups: await Promise.all(
      groups.map(async ({ group, ...count }) => ({
        group,
        /** `null` for what is no key, and for a key that is unknown. */
        key: await keyNameOf(desk, look, group),
        ...count,
        buckets: (courses.get(group) ?? []).map(bucketViewOf),
      })),
    ),
    moreGroups,
  };
}

function bucketViewOf({ start, served, refused, failed }: UsageBucket) {
  return { start: timeOf(start), served, refused, failed };
}

async function keyNameOf({ store }: Desk, { organizationId, now }: Look, group: string) {
  if (!isId("key", group)) return null;
  const key = await store.findKey(organizationId, group);
  return key && { id: key.id, name: key.name, environment: key.environment, status: statusOf(key, now) };
}
