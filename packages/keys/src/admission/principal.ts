import type { AppTokenRecord } from "./app-token.ts";
import type { Environment } from "../environment.ts";
import type { AppId, GrantId, KeyId, MemberId } from "../id.ts";
import type { SecretRecord } from "../keys/key-store.ts";
import type { Role } from "../organizations/role.ts";
import type { Scope } from "../keys/scope.ts";

/** What an admitted request acts as: an API key, or a partner app by the grant of a member. */
export type Principal = KeyPrincipal | AppPrincipal;

interface Acting {
  readonly organization: SecretRecord["organization"];
  readonly environment: Environment;
  /** Its uses are told apart by this: the secret's, and for an app the grant's id, because its tokens come and go. */
  readonly publicKeyId: string;
  /** The secret has been replaced and still works for the rest of an overlap. */
  readonly retiring: boolean;
  /** What it may do now, the responsible member's role taken into account. */
  readonly scopes: readonly Scope[];
  /** Of an app: who granted it. */
  readonly responsible: { readonly memberId: MemberId; readonly role: Role | null };
}

export interface KeyPrincipal extends Acting {
  readonly type: "key";
  readonly id: KeyId;
  readonly key: {
    readonly name: string;
    readonly expiresAt: number | null;
    readonly addresses: readonly string[];
  };
}

export interface AppPrincipal extends Acting {
  readonly type: "app";
  readonly id: GrantId;
  readonly app: {
    readonly id: AppId;
    readonly name: string;
    /** When its access token expires. */
    readonly expiresAt: number;
  };
}

export function principalOf(record: SecretRecord | AppTokenRecord): Principal {
  return record.type === "key" ? keyPrincipalOf(record) : appPrincipalOf(record);
}

function keyPrincipalOf({ key, organization, publicKeyId, retiresAt, responsible }: SecretRecord): Principal {
  return {
    type: "key",
    id: key.id,
    organization,
    environment: key.environment,
    publicKeyId,
    retiring: retiresAt !== null,
    scopes: key.scopes,
    responsible,
    key: { name: key.name, expiresAt: key.expiresAt, addresses: key.addresses },
  };
}

function appPrincipalOf({
  app,
  grant,
  organization,
  scopes,
  expiresAt,
  responsible,
}: AppTokenRecord): Principal {
  return {
    type: "app",
    id: grant.id,
    organization,
    environment: appEnvironment,
    publicKeyId: grant.id,
    retiring: false,
    scopes,
    responsible,
    app: { id: app.id, name: app.name, expiresAt },
  };
}

/** Apps act on what is real: who wants to try one out connects it with an organization made for that. */
const appEnvironment: Environment = "live";
