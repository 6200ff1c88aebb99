import type { KeySecret } from "./api-key.ts";
import type { KeyId, MemberId } from "../id.ts";

/** Which keys in use are meant. */
export interface KeysInUse {
  readonly now: number;
  /** Only those that this member answers for. */
  readonly responsibleMemberId?: MemberId;
}

/** What a key's own record can say that makes it wait for somebody. */
export type WaitingReason = "exposed" | "curtailed" | "expiring";

export interface WaitingQuery extends KeysInUse {
  /**
   * `exposed`: a secret that leaked is still accepted. `curtailed`: the responsible member's role does not allow
   * all that the key was granted. `expiring`: before `expiresBefore`.
   */
  readonly reason: WaitingReason;
  readonly expiresBefore: number;
}

/** A rotation whose old secret is still accepted. */
export interface Overlap {
  readonly keyId: KeyId;
  readonly retiring: KeySecret["publicKeyId"];
  readonly current: KeySecret["publicKeyId"];
  readonly rotatedAt: number;
  /** The old secret leaked. */
  readonly isExposed: boolean;
}

export interface OlderQuery extends KeysInUse {
  readonly madeBefore: number;
  /** Keys after this one. */
  readonly after: KeyId | null;
  readonly limit: number;
}
