import type { Act, MemberActor } from "../actor.ts";
import type { ApiKey } from "../keys/api-key.ts";
import type { Desk } from "../desk.ts";
import { findKey } from "../keys/key-authority.ts";
import { obstaclesTo, type Obstacle } from "./obstacle.ts";
import { isId } from "../id.ts";
import { findOrganization } from "../organizations/organization-change.ts";
import { requestsPerMinuteOf } from "../organizations/organization.ts";
import type { RateLimiter } from "../admission/rate-limiter.ts";
import type { Refusal, TrafficLog } from "./traffic-log.ts";

interface Explaining extends Desk {
  readonly traffic: TrafficLog;
  readonly limiter: RateLimiter;
}

interface ExplainRequest {
  /** As the answer named it, in `instance` and `X-Request-Id`. */
  readonly requestId: string;
  /** Milliseconds of the limiter's clock. */
  readonly at: number;
}

/** A request that was refused, and what would be against it now. */
export interface Explanation {
  readonly refusal: Refusal;
  /** As it is now. */
  readonly apiKey: ApiKey;
  /** What the organization's keys may now send within a minute. */
  readonly requestsPerMinute: number;
  /** In the order in which admission decides; empty: it would let the same request in. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * Why a request was refused, and whether it would still be. `null` for every id that is not known in this organization:
 * of another one, of nobody's key, or of an answer older than what is kept. Spends nothing of the limit.
 */
export async function explainRefusal(
  { traffic, limiter, ...desk }: Explaining,
  act: Act<MemberActor>,
  { requestId, at }: ExplainRequest,
): Promise<Explanation | null> {
  const { organizationId, now } = act;
  const refusal = await traffic.findRefusal(organizationId, requestId, now);
  if (refusal === null || !isId("key", refusal.keyId)) return null;
  const apiKey = await findKey(desk, act, refusal.keyId);
  const organization = await findOrganization(desk, organizationId);
  const requestsPerMinute = requestsPerMinuteOf(organization);
  const limit = limiter.peek(organizationId, requestsPerMinute, at);
  const obstacles = obstaclesTo(refusal, { apiKey, organization, rules: desk.scopes, limit, now });
  return { refusal, apiKey, requestsPerMinute, obstacles };
}
