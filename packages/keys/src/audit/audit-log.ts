import type { AuditAction, AuditActor, AuditEntry, AuditEvent, ChainFault, ChainId } from "./audit.ts";
import type { Deed } from "../deed.ts";
import type { Page } from "../page.ts";

/** Which entries; what is absent restricts nothing. */
export interface AuditFilter {
  readonly action?: AuditAction;
  /** Whoever did it; `null`: Katkey itself, or somebody at its shell. */
  readonly actorId?: string | null;
  readonly actorType?: AuditActor["type"];
  readonly objectId?: string;
  /** From this moment on … */
  readonly from?: number;
  /** … and before this one. */
  readonly to?: number;
}

export interface AuditQuery extends AuditFilter {
  /** Entries with a lower `seq` … */
  readonly before?: number;
  /** … and with a higher one. */
  readonly after?: number;
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

export interface AuditCount {
  readonly entries: number;
  readonly last: number;
}

/** An entry's place in its chain. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/** How much of a chain is to be checked; what is absent: from its beginning, to its end. */
export interface ChainPart {
  /** What is known to be intact already. */
  readonly after?: ChainPlace;
  readonly most?: number;
}

export type ChainCheck =
  | {
      readonly intact: true;
      /** So many are intact from the beginning on … */
      readonly entries: number;
      /** … and this is the hash of the last of them. */
      readonly head: string;
      /** How many there are: the check is complete when these are as many. */
      readonly length: number;
    }
  | { readonly intact: false; readonly firstBrokenSeq: number; readonly fault: ChainFault };

/** The append-only log. Changes are written to it by the stores, in the transaction of the change. */
export interface AuditLog {
  /** For what is not a change of a store of ours, such as a sign-in. */
  append(...events: readonly AuditEvent[]): Promise<void>;
  /** For what somebody does who must have the right to it, and that changes nothing. @throws KeyError `authority_lost` */
  record(deed: Deed): Promise<void>;
  /** Newest first, unless it is told otherwise. Nobody has to wait for a long search: it goes in stretches. */
  list(chain: ChainId, query: AuditQuery): Promise<Page<AuditEntry>>;
  /** How many there are up to the last one of now, and which that is. */
  count(chain: ChainId, filter: AuditFilter): Promise<AuditCount>;
  /** Everybody with an id who has done something, each as they were called last; at most 1,000. */
  listActors(chain: ChainId): Promise<readonly AuditActor[]>;
  /** Reads a chain, or a part of it. Requests are answered in between. */
  verify(chain: ChainId, part?: ChainPart): Promise<ChainCheck>;
}
