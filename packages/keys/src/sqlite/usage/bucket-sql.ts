import type { Granularity } from "../../usage/granularity.ts";
import type { UsageGroup } from "../../usage/usage.ts";

/** Of a row that was counted: in which bucket it lies, in hours since 1970. */
export const startSql = {
  hour: "hour",
  day: "hour - hour % 24",
  month: "unixepoch(hour * 3600, 'unixepoch', 'start of month') / 3600",
} as const satisfies Record<Granularity, string>;

/** What it is told apart by. */
export const groupSql = {
  key: "key_id",
  route: "route",
  status: "status_class || 'xx'",
  cause: "cause",
  none: "''",
} as const satisfies Record<UsageGroup, string>;

/** In which of the three it counts. */
export const countedSql = `
  sum(iif(refused = 0 and status_class < 5, requests, 0)) as served,
  sum(iif(refused = 1, requests, 0)) as refused,
  sum(iif(refused = 0 and status_class >= 5, requests, 0)) as failed`;
