import type { Caller, CallerId } from "../admission/caller.ts";
import type { OrganizationId } from "../id.ts";
import type { LimitState } from "../admission/rate-limiter.ts";
import type { Scope } from "../keys/scope.ts";
import type { Use } from "../usage/usage.ts";

/** How long the fullest windows are known, and how long refusals. */
export const peaksKeptDays = 30;
export const refusalsKeptDays = 7;
/** Refusals that are kept of one organization, and of one secret, so that none drives out the others; the oldest give way. */
export const mostRefusals = { organization: 10_000, secret: 1_000 } as const;

/** How full the limit's window was. */
export interface Peak {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Requests in the window that ended then. */
  readonly requests: number;
  readonly limit: number;
}

/** A request of a known key that was answered with a problem. */
export interface Refusal extends Caller, Pick<Use, "at" | "address" | "userAgent" | "method" | "route"> {
  readonly requestId: string;
  readonly status: number;
  /** The problem's code, and what was said this time. */
  readonly code: string;
  readonly detail: string;
  /** What was wrong with the input, and where; empty when it was something else. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  /** What the route needs. */
  readonly scopes: readonly Scope[];
  /** How the limit stood; `null` for a key that had ended. */
  readonly limit: LimitState | null;
}

export interface RefusalQuery {
  /** Only of this key or grant; absent: of all. Those of one are looked for among the organization's latest 1,000. */
  readonly keyId?: CallerId;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** At least 1. */
  readonly limit: number;
}

/**
 * What was noticed of requests besides their count: it explains, and nothing is billed by it. Noted in memory and
 * written within seconds, so the death of the process can lose the last of it, and a flood costs little.
 */
export interface TrafficLog {
  noteWindow(organizationId: OrganizationId, window: Peak): void;
  noteRefusal(refusal: Refusal): void;
  /** The window that was fullest for its limit since then, by whole hours; `null` when nothing was noted. */
  peak(organizationId: OrganizationId, query: { readonly since: number }): Promise<Peak | null>;
  /** Looked up by the `instance` of the problem, at `now`. */
  findRefusal(organizationId: OrganizationId, requestId: string, now: number): Promise<Refusal | null>;
  /** The latest first. */
  refusals(organizationId: OrganizationId, query: RefusalQuery): Promise<readonly Refusal[]>;
  /** Writes what is not written yet. To be called before the file is closed. */
  close(): void;
}
