import { reportUsage, type UsageBucket } from "@katkey/keys";
import { usageQuery } from "../../input/usage-input.ts";
import { timeOf } from "../../view/time.ts";
import { usageAnswer, type UsageView } from "../../view/usage-answer.ts";
import type { About } from "../about.ts";
import { placeOf } from "../reading/cursor.ts";
import { nothing } from "../reading/input.ts";
import { defineRoute } from "../route.ts";

const example: UsageView = {
  from: "2026-11-20T00:00:00.000Z",
  to: "2026-11-22T00:00:00.000Z",
  granularity: "day",
  groupBy: "route",
  environment: "live",
  data: [
    { start: "2026-11-20T00:00:00.000Z", group: "GET /v1/products", served: 1840, refused: 12, failed: 0 },
    { start: "2026-11-21T00:00:00.000Z", group: "GET /v1/products", served: 922, refused: 0, failed: 1 },
    { start: "2026-11-21T00:00:00.000Z", group: "POST /v1/products", served: 31, refused: 0, failed: 0 },
  ],
  total: { served: 2793, refused: 12, failed: 1 },
  nextCursor: null,
};

const about: About = {
  operationId: "getUsage",
  tag: "Usage",
  summary: "Count the organization's requests",
  description:
    "By the hour, day or month, and told apart by key, route, class of status or problem. Every answered request is counted before its answer leaves, in exactly one of `served`, `refused` and `failed`. Hours and days are kept for 13 months, months for good.",
  answer: { status: 200, description: "A page of buckets, and the total.", schema: usageAnswer, example },
  errors: ["environment_not_allowed", "usage_range_invalid", "cursor_invalid"],
};

export const getUsage = defineRoute(
  { method: "GET", path: "/v1/usage", scopes: ["usage:read"], query: usageQuery, body: nothing, about },
  async (principal, { services: { usage, cursors }, act, query }) => {
    const { cursor, limit, group_by: groupBy, ...filter } = query;
    const place = placeOf(principal, "/v1/usage", { ...filter, groupBy });
    const after = cursor === undefined ? {} : { after: afterOf(cursors.open(place, cursor)) };
    const report = await reportUsage(usage, act, { ...filter, ...after, groupBy, limit });
    const last = report.more ? report.buckets.at(-1) : undefined;
    const body: UsageView = {
      from: timeOf(report.from),
      to: timeOf(report.to),
      granularity: query.granularity,
      groupBy,
      environment: report.environment,
      data: bucketViewsOf(report.buckets),
      total: report.total,
      nextCursor: last === undefined ? null : cursors.seal(place, positionOf(last)),
    };
    return { status: 200, body };
  },
);

/** Of thousands of buckets, most begin together: each time is written once. */
function bucketViewsOf(buckets: readonly UsageBucket[]): UsageView["data"] {
  const times = new Map<number, string>();
  return buckets.map(({ start, group, served, refused, failed }) => {
    const time = times.get(start) ?? timeOf(start);
    times.set(start, time);
    return { start: time, group, served, refused, failed };
  });
}

type Position = Pick<UsageBucket, "start" | "group">;

function positionOf({ start, group }: Position): string {
  return `${start} ${group ?? ""}`;
}

function afterOf(position: string): Position {
  const [start = "", ...group] = position.split(" ");
  return { start: Number(start), group: group.join(" ") };
}
