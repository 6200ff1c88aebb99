import {
  statusOf,
  type ApiKey,
  type Connection,
  type OrganizationId,
  type UsageBreakdown,
  type UsageBucket,
} from "@katkey/keys";
import type { Services } from "../services.ts";
import { callersOf } from "./callers.ts";
import { timeOf } from "./time.ts";

/** Whose usage it is, and when it is looked at. */
interface Look {
  readonly organizationId: OrganizationId;
  readonly now: number;
}

/** Usage as the dashboard shows it: each group with its name and its course. */
export async function usageViewOf(
  sources: Pick<Services, "desk">,
  { organizationId, now }: Look,
  usage: UsageBreakdown,
) {
  const { from, to, environment, total, buckets, groups, groupBuckets, moreGroups } = usage;
  const courses = Map.groupBy(groupBuckets, ({ group }) => group);
  const ids = groups.map(({ group }) => group);
  const { keys, connections } = await callersOf(sources, organizationId, ids);
  return {
    from: timeOf(from),
    to: timeOf(to),
    environment,
    total,
    buckets: buckets.map(bucketViewOf),
    groups: groups.map(({ group, ...count }) => ({
      group,
      /** `null` for what is no key, and for a key that is unknown. */
      key: keyOf(keys.get(group), now),
      /** `null` for what is no grant of an app, and for one that is unknown. */
      app: appOf(connections.get(group)),
      ...count,
      buckets: (courses.get(group) ?? []).map(bucketViewOf),
    })),
    moreGroups,
  };
}

function bucketViewOf({ start, served, refused, failed }: UsageBucket) {
  return { start: timeOf(start), served, refused, failed };
}

function keyOf(key: ApiKey | undefined, now: number) {
  if (key === undefined) return null;
  return { id: key.id, name: key.name, environment: key.environment, status: statusOf(key, now) };
}

function appOf(connection: Connection | undefined) {
  if (connection === undefined) return null;
  const { grant, app } = connection;
  return { grantId: grant.id, name: app.name, isEnded: grant.endedAt !== null };
}
