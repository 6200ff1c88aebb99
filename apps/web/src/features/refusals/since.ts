import type { Explanation } from "../../lib/api/api-types.ts";

const settling = [
  "organization_suspended",
  "api_access_disabled",
  "ip_not_allowed",
  "rate_limited",
  "insufficient_scope",
] as const;

/** Of a key or grant that has ended nothing else is looked at. */
const ends = ["key_revoked", "key_expired", "app_disconnected"];

type Since = (typeof settling)[number] | "limitRaised" | "other";

interface Asked {
  readonly refusal: Pick<Explanation["refusal"], "code" | "limit">;
  readonly obstacles: readonly Pick<Explanation["obstacles"][number], "code">[];
  readonly requestsPerMinute: number;
}

/** What has become of the reason since; `null`: it still stands, or nobody can say. */
export function sinceOf({ refusal: { code, limit }, obstacles, requestsPerMinute }: Asked): Since | null {
  const against = obstacles.map((obstacle) => obstacle.code);
  if (against.some((one) => one === code || ends.includes(one))) return null;
  const raised = limit !== null && limit.requestsPerMinute < requestsPerMinute;
  if (code === "rate_limited" && raised) return "limitRaised";
  return settling.find((one) => one === code) ?? (against.length === 0 ? "other" : null);
}
