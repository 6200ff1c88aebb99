import type { Environment } from "../environment.ts";
import type { KeyId, OrganizationId } from "../id.ts";

/** Whose request it is, as it is counted and noted. */
export interface Caller {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
  /** Of the secret that was sent. */
  readonly publicKeyId: string;
  readonly environment: Environment;
}

interface Named {
  readonly organization: { readonly id: OrganizationId };
  readonly key: { readonly id: KeyId; readonly environment: Environment };
  readonly publicKeyId: string;
}

/** Of a principal, or of a secret's record. */
export function callerOf({ organization, key, publicKeyId }: Named): Caller {
  return { organizationId: organization.id, keyId: key.id, publicKeyId, environment: key.environment };
}
