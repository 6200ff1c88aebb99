import type { UsageReport } from "../api/api-types.ts";

export type UsageCount = UsageReport["total"];

export const noUsage: UsageCount = { served: 0, refused: 0, failed: 0 };

export function addUsage(a: UsageCount, b: UsageCount): UsageCount {
  return { served: a.served + b.served, refused: a.refused + b.refused, failed: a.failed + b.failed };
}

/** What `whole` has more than its parts. */
export function restOf(whole: UsageCount, parts: readonly UsageCount[]): UsageCount {
  const known = parts.reduce<UsageCount>(addUsage, noUsage);
  return {
    served: whole.served - known.served,
    refused: whole.refused - known.refused,
    failed: whole.failed - known.failed,
  };
}

export function requestsOf({ served, refused, failed }: UsageCount): number {
  return served + refused + failed;
}
