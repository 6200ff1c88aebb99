import type { AuditAction, AuditEntry, AuditEvent } from "./audit.ts";
import type { OrganizationId } from "./id.ts";
import type { Page } from "./page.ts";

export interface AuditQuery {
  readonly objectId?: string;
  readonly action?: AuditAction;
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
  /** Newest first. */
  list(organizationId: OrganizationId, query: AuditQuery): Promise<Page<AuditEntry>>;
  /** Reads the whole chain of an organization. */
  verify(organizationId: OrganizationId): Promise<ChainCheck>;
}
