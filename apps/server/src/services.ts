import type { Catalog } from "@katkey/catalog";
import type {
  AppDesk,
  AppTokenStore,
  AuditLog,
  Billing,
  Claim,
  Desk,
  RateLimiter,
  ServiceDesk,
  ServiceUseLog,
  TrafficLog,
  UsageLog,
} from "@katkey/keys";
import type { Identity, People } from "@katkey/identity";
import type { AuthorizationServer } from "@katkey/oauth";
import type { GithubKeys } from "./alerts/github-keys.ts";
import type { Disk, Health } from "./health.ts";
import type { Log } from "./log.ts";
import type { Cursors } from "./rest/reading/cursor.ts";
import type { Whose } from "./start/whose.ts";

/** The clocks. Only the composition root owns real ones. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that never jump, from an arbitrary start. */
  monotonic(): number;
}

/** Everything that the transports work with, put together by the composition root. */
export interface Services {
  /** What every verb works with. */
  readonly desk: Desk & AppDesk & ServiceDesk;
  readonly appTokens: AppTokenStore;
  readonly serviceUses: ServiceUseLog;
  readonly catalog: Catalog;
  readonly audit: AuditLog;
  readonly usage: UsageLog;
  readonly traffic: TrafficLog;
  readonly billing: Billing;
  readonly limiter: RateLimiter;
  readonly identity: Identity;
  readonly people: People;
  readonly oauth: AuthorizationServer;
  readonly cursors: Cursors;
  /** The claims of requests that this process is at work on. */
  readonly running: Set<Claim["id"]>;
  /** With which GitHub signs its alerts about leaked tokens; `null`: none are taken. */
  readonly githubKeys: GithubKeys | null;
  readonly health: Health;
  readonly disk: Disk;
  readonly whose: Whose;
  readonly clock: Clock;
  readonly log: Log;
  /** Where people and servers reach this installation, without a trailing slash. */
  readonly origin: string;
  /** Where strangers report faults of security, as a URI; `null`: nowhere that is published. */
  readonly securityContact: string | null;
  /** Requests with bad credentials per client and minute before they are throttled. */
  readonly failuresPerMinute: number;
}
