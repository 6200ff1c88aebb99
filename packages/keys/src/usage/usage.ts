import type { Caller } from "../admission/caller.ts";

/** One answered request of a key that is known: when, from where, what for, and how it ended. */
export interface Use extends Caller {
  /** For how many it counts: what it cost, at least 1. */
  readonly requests: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Empty where whoever received the request does not tell. */
  readonly address: string;
  readonly userAgent: string | null;
  /** Empty where whoever received the request does not tell. */
  readonly method: string;
  /** The route's pattern, never the path that was called. */
  readonly route: string;
  readonly status: number;
  /** Admission refused it, so no handler saw it. */
  readonly refused: boolean;
  /** The code of the problem that was answered, `none` without one. */
  readonly cause: string;
  /** A rotation had replaced the secret, and its overlap still ran. */
  readonly retiring: boolean;
}

/** The last use of a secret, and how many there have been: in all, and since it was replaced. */
export interface LastUse extends Omit<Use, "environment" | "refused" | "cause" | "retiring"> {
  readonly requests: number;
  readonly requestsRetiring: number;
}

/** How many requests there were. Each is in exactly one of the three. */
export interface UsageCount {
  /** Admitted, and answered with a status below 500: what is billed in the live environment. */
  readonly served: number;
  /** Refused by admission: 403 or 429. */
  readonly refused: number;
  /** Admitted, and failed on our side: 5xx. */
  readonly failed: number;
}

/** What usage can be told apart by: the API key, the route, the class of the status, the problem, or nothing. */
export const usageGroups = ["key", "route", "status", "cause", "none"] as const;

export type UsageGroup = (typeof usageGroups)[number];

/** What was counted in one hour, day or month of UTC; with `groupBy`, for one value of it. */
export interface UsageBucket extends UsageCount {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** A key's id, a route such as `GET /v1/products`, a class such as `2xx`, a problem's code or `none`; `null` without a group. */
  readonly group: string | null;
}

/** What was counted of one value of a group. */
export interface GroupUsage extends UsageCount {
  /** As in a bucket. */
  readonly group: string;
}

/** As what a route is counted: `GET /v1/products`, or without a method where nobody tells it. */
export function routeNameOf({ method, route }: Pick<Use, "method" | "route">): string {
  return method === "" ? route : `${method} ${route}`;
}

/** In which of the three a request counts. */
export function outcomeOf({ refused, status }: Pick<Use, "refused" | "status">): keyof UsageCount {
  if (refused) return "refused";
  return status >= 500 ? "failed" : "served";
}

export const noUsage: UsageCount = { served: 0, refused: 0, failed: 0 };

export function addUsage(a: UsageCount, b: UsageCount): UsageCount {
  return { served: a.served + b.served, refused: a.refused + b.refused, failed: a.failed + b.failed };
}

export function requestsOf({ served, refused, failed }: UsageCount): number {
  return served + refused + failed;
}
