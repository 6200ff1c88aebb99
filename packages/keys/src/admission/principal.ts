import type { Environment } from "../environment.ts";
import type { KeyId, MemberId } from "../id.ts";
import type { SecretRecord } from "../keys/key-store.ts";
import type { Role } from "../organizations/role.ts";
import type { Scope } from "../keys/scope.ts";

/** What an admitted request acts as. */
export interface Principal {
  readonly organization: SecretRecord["organization"];
  readonly key: {
    readonly id: KeyId;
    readonly name: string;
    readonly environment: Environment;
    readonly expiresAt: number | null;
    readonly addresses: readonly string[];
  };
  readonly publicKeyId: string;
  /** The secret has been replaced and still works for the rest of an overlap. */
  readonly retiring: boolean;
  /** What the key may do now, its responsible member's role taken into account. */
  readonly scopes: readonly Scope[];
  readonly responsible: { readonly memberId: MemberId; readonly role: Role | null };
}

export function principalOf({
  key,
  organization,
  publicKeyId,
  retiresAt,
  responsible,
}: SecretRecord): Principal {
  return {
    organization,
    key: {
      id: key.id,
      name: key.name,
      environment: key.environment,
      expiresAt: key.expiresAt,
      addresses: key.addresses,
    },
    publicKeyId,
    retiring: retiresAt !== null,
    scopes: key.scopes,
    responsible,
  };
}
