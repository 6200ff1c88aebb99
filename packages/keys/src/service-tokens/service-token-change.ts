import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { ServiceTokenId } from "../id.ts";
import type { ServiceTokenStore } from "./service-token-store.ts";
import { serviceTokenStatusOf, type ServiceToken } from "./service-token.ts";

/** What the verbs about service tokens work with. */
export interface ServiceDesk extends Pick<Desk, "tenancy" | "random" | "brand"> {
  readonly serviceTokens: ServiceTokenStore;
}

/** A service token's record with the only copy of its new token. */
export interface IssuedServiceToken {
  readonly record: ServiceToken;
  readonly token: string;
}

/** @throws KeyError `service_token_not_found` */
export async function findServiceToken(
  { serviceTokens }: Pick<ServiceDesk, "serviceTokens">,
  id: ServiceTokenId,
): Promise<ServiceToken> {
  const record = await serviceTokens.find(id);
  if (record !== null) return record;
  throw new KeyError("service_token_not_found", "There is no such service token.");
}

/** @throws KeyError `service_token_already_revoked`, `service_token_already_expired` */
export function assertInUse(record: ServiceToken, now: number): void {
  const status = serviceTokenStatusOf(record, now);
  if (status === "revoked") {
    throw new KeyError("service_token_already_revoked", "The service token was revoked, and stays revoked.");
  }
  if (status === "expired") {
    throw new KeyError(
      "service_token_already_expired",
      "The service token has expired. Issue a new one instead.",
    );
  }
}

/** How the entries name a service token. */
export function serviceTokenObject({ id, name }: Pick<ServiceToken, "id" | "name">) {
  return { type: "service_token", id, label: name } as const;
}
