import type { Act, MemberActor } from "../actor.ts";
import type { ApiKey } from "../keys/api-key.ts";
import type { Connection, GrantStore } from "../grants/grant-store.ts";
import type { Desk } from "../desk.ts";
import { findKey } from "../keys/key-authority.ts";
import { obstaclesTo, obstaclesToApp, type Obstacle } from "./obstacle.ts";
import { isId } from "../id.ts";
import { findOrganization } from "../organizations/organization-change.ts";
import { requestsPerMinuteOf } from "../organizations/organization.ts";
import type { RateLimiter } from "../admission/rate-limiter.ts";
import type { Refusal, TrafficLog } from "./traffic-log.ts";

interface Explaining extends Desk {
  readonly traffic: TrafficLog;
  readonly limiter: RateLimiter;
  readonly grants: GrantStore;
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
  /** As it is now; `null`: an app sent it. */
  readonly apiKey: ApiKey | null;
  /** What an app sent it by, as it is now; `null`: a key sent it. */
  readonly connection: Connection | null;
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
  { traffic, limiter, grants, ...desk }: Explaining,
  act: Act<MemberActor>,
  { requestId, at }: ExplainRequest,
): Promise<Explanation | null> {
  const { organizationId, now } = act;
  const refusal = await traffic.findRefusal(organizationId, requestId, now);
  if (refusal === null) return null;
  const organization = await findOrganization(desk, organizationId);
  const requestsPerMinute = requestsPerMinuteOf(organization);
  const limit = await limiter.peek(organizationId, requestsPerMinute, at);
  const circumstances = { organization, rules: desk.scopes, limit, now };
  const known = { refusal, requestsPerMinute };
  if (isId("key", refusal.keyId)) {
    const apiKey = await findKey(desk, act, refusal.keyId);
    return { ...known, apiKey, connection: null, obstacles: obstaclesTo(refusal, apiKey, circumstances) };
  }
  const [connection] = await grants.findConnections(organizationId, [refusal.keyId]);
  if (connection === undefined) return null;
  const obstacles = obstaclesToApp(refusal, connection, circumstances);
  return { ...known, apiKey: null, connection, obstacles };
}
