import type { Environment } from "../environment.ts";
import type { GrantId, KeyId, OrganizationId } from "../id.ts";
import type { Principal } from "./principal.ts";

/** A key, or the grant by which a partner app acts. */
export type CallerId = KeyId | GrantId;

/** Whose request it is, as it is counted and noted. */
export interface Caller {
  readonly organizationId: OrganizationId;
  /** Of an app: its grant's. */
  readonly keyId: CallerId;
  /** Of the secret that was sent; of an app its grant's id. */
  readonly publicKeyId: string;
  readonly environment: Environment;
}

export function callerOf({ organization, id, publicKeyId, environment }: Principal): Caller {
  return { organizationId: organization.id, keyId: id, publicKeyId, environment };
}
