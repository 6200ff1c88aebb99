/** A request that is to be done once. Written in the transaction of its change, so both happen or neither. */
export interface Claim {
  /** Hex SHA-256 over organization, API key, route and the caller's value. */
  readonly id: string;
  /** Hex SHA-256 of what was asked: path and body. */
  readonly fingerprint: string;
}

/** What a claim was good for. */
export interface Claimed {
  readonly fingerprint: string;
  readonly objectId: string;
}

/** How long a claim is remembered. */
export const claimLifetimeMs = 24 * 60 * 60 * 1_000;
