import type { OrganizationId, ServiceTokenId } from "../id.ts";
import { retiringSecretOf, type Secret } from "../keys/secret.ts";

/** What service tokens can be for. */
export const serviceScopes = ["verify"] as const;

export type ServiceScope = (typeof serviceScopes)[number];

/** What a company's own services ask Katkey with about the keys of its customers. Keeps its id over rotations. */
export interface ServiceToken {
  readonly id: ServiceTokenId;
  readonly name: string;
  readonly scope: ServiceScope;
  /** About whose keys it is answered; `null`: everybody's. */
  readonly organizations: readonly OrganizationId[] | null;
  readonly createdAt: number;
  /** As the log calls who issued it. */
  readonly createdBy: string;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  /** Newest first: the current one, and the one it replaced last. Older ones stay in the store as history. */
  readonly secrets: readonly [Secret, ...Secret[]];
}

export type ServiceTokenStatus = "active" | "rotating" | "expired" | "revoked";

/** Half-open, as a key's. */
export function serviceTokenStatusOf(token: ServiceToken, now: number): ServiceTokenStatus {
  if (token.revokedAt !== null) return "revoked";
  if (token.expiresAt !== null && token.expiresAt <= now) return "expired";
  return retiringSecretOf(token, now) === null ? "active" : "rotating";
}
