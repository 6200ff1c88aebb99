/**
 * What makes a request count once, however often it is sent: written in the
 * transaction of its change, so that there are both or neither.
 */
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

/** From then on a claim is forgotten, and may be made again. */
export const claimLifetimeMs = 24 * 60 * 60 * 1_000;
