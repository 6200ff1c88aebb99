import type { Client, ClientQuery } from "./client.ts";
import type { Environment } from "../environment.ts";
import type { KeyId, OrganizationId } from "../id.ts";
import type { Granularity } from "./granularity.ts";
import type { GroupUsage, LastUse, UsageBucket, UsageCount, UsageGroup, Use } from "./usage.ts";

/** Which buckets. `from` and `to` are where hours, days or months begin, as the granularity says. */
export interface UsageQuery {
  readonly from: number;
  /** The first moment that is not meant any more. */
  readonly to: number;
  readonly granularity: Granularity;
  readonly groupBy: UsageGroup;
  /** Absent: both. */
  readonly environment?: Environment;
  /** Only buckets of these groups; absent: of all. */
  readonly groups?: readonly string[];
  /** Buckets behind this one. */
  readonly after?: Pick<UsageBucket, "start" | "group">;
  /** At most so many; absent: all. */
  readonly limit?: number;
}

/** What some secrets were used for. `from` and `to` are where hours begin. */
export interface SecretUsageQuery extends Pick<UsageQuery, "from" | "to" | "granularity" | "groupBy"> {
  readonly publicKeyIds: readonly string[];
}

/** Some keys, in the order of their ids. */
export interface UnusedQuery {
  readonly keyIds: readonly KeyId[];
  readonly since: number;
  readonly now: number;
}

/** Which groups, over a whole range. */
export type UsageRanking = Omit<UsageQuery, "groups" | "after" | "limit">;

/** A sum that is not what was counted. */
export interface UsageDifference {
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
  readonly granularity: Granularity;
  readonly groupBy: UsageGroup;
  readonly start: number;
  readonly group: string;
  readonly counted: UsageCount;
  readonly summed: UsageCount;
}

/** What a check went through. */
export interface UsageCheck {
  /** Months of an organization in which something was counted. */
  readonly months: number;
  readonly requests: number;
  /** What was recorded and could not be read when it was to be filed: rows, some uses each, that are in no sum. */
  readonly unread: number;
  readonly differences: readonly UsageDifference[];
}

/**
 * What every key was used for: each request counted once or for what it cost, by secret, route, status class and hour. Kept apart from
 * the keys, so that counting disturbs no reader of keys.
 */
export interface UsageLog {
  /**
   * Resolves when the use is durable: it survives the death of the process. What cannot be written, because the disk
   * is at fault or another process holds the file for seconds, is held in memory until it can, and nobody waits for it.
   */
  record(use: Use): Promise<void>;
  /** `false` while uses are held in memory: then they do not survive the death of the process. */
  isWritable(): boolean;
  /** `false` when more cannot be held: then no further request should be let in. */
  isCounting(): boolean;
  /** Requests that are held in memory. */
  countHeld(): number;
  /** Rows of the journal, a turn's uses each, that are not filed yet: within seconds, or when a question is asked. */
  countUnfiled(): number;
  /** By `publicKeyId`; secrets that were never used are absent. */
  lastUses(
    organizationId: OrganizationId,
    publicKeyIds: readonly string[],
  ): Promise<ReadonlyMap<string, LastUse>>;
  /** From where secrets were used, the one with the latest request first. */
  clients(organizationId: OrganizationId, query: ClientQuery): Promise<readonly Client[]>;
  /** How many keys were used at `since` or later, refused requests included. */
  countKeysUsed(organizationId: OrganizationId, since: number): Promise<number>;
  /** Which of these keys were not used at `since` or later, not even in vain; in the same order. */
  unusedKeys(organizationId: OrganizationId, query: UnusedQuery): Promise<readonly KeyId[]>;
  /** Which keys were ever used, refused requests included, in the order of their ids. */
  keysEverUsed(organizationId: OrganizationId): Promise<readonly KeyId[]>;
  /** In the order of time, then of the group. Buckets without a request are absent. */
  sum(organizationId: OrganizationId, query: UsageQuery): Promise<readonly UsageBucket[]>;
  /** Each group's sum over the whole range, the one with the most requests first. Groups without a request are absent. */
  rank(organizationId: OrganizationId, ranking: UsageRanking): Promise<readonly GroupUsage[]>;
  /** As `sum`, of some secrets: hour by hour, so of a quarter of a year rather than of all years. */
  sumOfSecrets(organizationId: OrganizationId, query: SecretUsageQuery): Promise<readonly UsageBucket[]>;
  /**
   * From now on nothing is counted before `end`: what comes late is counted in the hour of `end`. When it resolves,
   * what was counted before is durable even in a power cut. Hours and days of more than 13 months before are forgotten; months are kept.
   */
  closeBefore(end: number): Promise<void>;
  /** Recomputes every sum from what was counted. */
  check(): Promise<UsageCheck>;
  /** Writes what is not written yet, and lets go of the file. */
  close(): void;
}
