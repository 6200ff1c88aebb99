import type { Act } from "../actor.ts";
import type { Evidence } from "./evidence.ts";
import { ceilingOf, dayMs, startOf } from "../usage/granularity.ts";
import type { KeyId } from "../id.ts";
import { findKey } from "../keys/key-authority.ts";
import { publicKeyIdsOf } from "../keys/api-key.ts";
import type { Scope } from "../keys/scope.ts";
import { requestsOf, type UsageBucket } from "../usage/usage.ts";

/** How far back: what runs once a month is in it. */
const days = 30;

/** How much one scope of a key was needed. */
export interface ScopeUse {
  readonly scope: Scope;
  /**
   * To routes that need it, refused ones too: who asks in vain has not stopped asking. `null`: none is known of, and
   * there were others of which nobody knows what they needed.
   */
  readonly requests: number | null;
  /** Where the day of UTC begins on which it was needed last; `null`: it was not. */
  readonly lastAt: number | null;
}

/** What a key may do beside what it does. */
export interface ScopeReview {
  /** Milliseconds since 1970: 30 days ago, or when the key was issued. */
  readonly since: number;
  /** All of them, also to routes that need no scope. */
  readonly requests: number;
  /** Each that was granted. */
  readonly scopes: readonly ScopeUse[];
}

/**
 * The scopes that a key was granted, and how much each was needed in the last 30 days of UTC.
 * @throws KeyError `key_not_found`
 */
export async function reviewScopes(evidence: Evidence, act: Act, keyId: KeyId): Promise<ScopeReview> {
  const { desk, usage } = evidence;
  const key = await findKey(desk, act, keyId);
  const from = startOf("day", act.now - (days - 1) * dayMs);
  const buckets = await usage.sumOfSecrets(act.organizationId, {
    publicKeyIds: publicKeyIdsOf(key, from),
    from,
    to: ceilingOf("day", act.now + 1),
    granularity: "day",
    groupBy: "route",
  });
  const needsOf = ({ group }: UsageBucket) => evidence.scopesOf(group ?? "");
  const isTold = buckets.every((bucket) => needsOf(bucket) !== null);
  return {
    since: Math.max(from, key.createdAt),
    requests: sumOf(buckets),
    scopes: key.scopes.map((scope) => {
      const needing = buckets.filter((bucket) => needsOf(bucket)?.includes(scope));
      const requests = needing.length > 0 || isTold ? sumOf(needing) : null;
      return { scope, requests, lastAt: needing.at(-1)?.start ?? null };
    }),
  };
}

function sumOf(buckets: readonly UsageBucket[]): number {
  return buckets.reduce((sum, bucket) => sum + requestsOf(bucket), 0);
}
