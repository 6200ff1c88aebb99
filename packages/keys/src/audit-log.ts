import type { AuditAction, AuditActor, AuditEntry, AuditEvent } from "./audit.ts";
import type { OrganizationId } from "./id.ts";
import type { Page } from "./page.ts";

/** Which entries; what is absent restricts nothing. */
export interface AuditFilter {
  readonly action?: AuditAction;
  /** Whoever did it; `null`: Katkey itself. */
  readonly actorId?: string | null;
  readonly objectId?: string;
  /** From this moment on … */
  readonly from?: number;
  /** … and before this one. */
  readonly to?: number;
}

export interface AuditQuery extends AuditFilter {
  /** Entries with a lower `seq`. */
  readonly before?: number;
  readonly limit: number;
}

export type ChainCheck =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly firstBrokenSeq: number };

/** The append-only log. Changes are written to it by the stores, in the transaction of the change. */
export interface AuditLog {
  /** For what is not a change of a store of ours, such as a sign-in. */
  append(...events: readonly AuditEvent[]): Promise<void>;
  /** Newest first. Nobody has to wait for a long search: it goes in stretches. */
  list(organizationId: OrganizationId, query: AuditQuery): Promise<Page<AuditEntry>>;
  /** Everybody who has done something, each as they were called last; at most 1,000. */
  listActors(organizationId: OrganizationId): Promise<readonly AuditActor[]>;
  /** Reads the whole chain of an organization. */
  verify(organizationId: OrganizationId): Promise<ChainCheck>;
}
