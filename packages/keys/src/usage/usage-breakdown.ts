import type { Environment } from "../environment.ts";
import type { GroupUsage, UsageBucket, UsageCount } from "./usage.ts";

/** The usage of a range as a page shows it: over time and in all, for all requests and for the largest groups. */
export interface UsageBreakdown {
  /** Where the first bucket begins, and the last one ends. */
  readonly from: number;
  readonly to: number;
  /** `null`: both. */
  readonly environment: Environment | null;
  readonly total: UsageCount;
  /** Of all requests, whatever their group. */
  readonly buckets: readonly UsageBucket[];
  /** The one with the most requests first; none when nothing is told apart. */
  readonly groups: readonly GroupUsage[];
  /** Of these groups. */
  readonly groupBuckets: readonly UsageBucket[];
  /** How many groups there are besides. */
  readonly moreGroups: number;
}
