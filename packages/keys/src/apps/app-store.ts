import type { Deed } from "../deed.ts";
import type { AppId, OrganizationId } from "../id.ts";
import type { NewSecret } from "../keys/secret.ts";
import type { Page } from "../page.ts";
import type { AppApproval, PartnerApp } from "./partner-app.ts";

export interface NewApp extends Omit<
  PartnerApp,
  "approval" | "disabledAt" | "blockedAt" | "revision" | "secrets"
> {
  /** `null`: of a public one, and of one that begins with public keys. */
  readonly secret: NewSecret | null;
}

/** What can change of an app; what is absent stays. */
export type AppPatch = Partial<
  Pick<
    PartnerApp,
    | "name"
    | "description"
    | "homepage"
    | "logo"
    | "redirectUris"
    | "scopes"
    | "publicKeys"
    | "approval"
    | "disabledAt"
    | "blockedAt"
  >
>;

export interface AppChange {
  /** The owner's. */
  readonly organizationId: OrganizationId;
  readonly id: AppId;
  /** The one that must still be the current one. */
  readonly revision: number;
  readonly patch: AppPatch;
}

interface OwnedApp {
  readonly organizationId: OrganizationId;
  readonly id: AppId;
  readonly now: number;
}

export interface AppSecretRotation extends OwnedApp {
  /** The secret that must still be the current one; `null`: it must have had none. */
  readonly replaces: string | null;
  readonly retiresAt: number;
  readonly secret: NewSecret;
}

/** For the operator: apps that were ever offered to everybody, or those that were not. */
export interface OfferedQuery {
  readonly approval?: AppApproval;
  /** Apps that were registered before this one. */
  readonly before?: AppId;
  readonly limit: number;
}

/**
 * Where partner apps are kept. Each method is one atomic unit, audit entries included.
 * @throws KeyError `authority_lost`, `busy`, as the key store
 */
export interface AppStore {
  /** Whichever owner's: for the protocol, and for who connects. */
  find(id: AppId): Promise<PartnerApp | null>;
  findOwned(organizationId: OrganizationId, id: AppId): Promise<PartnerApp | null>;
  /** Newest first; as many as an organization can have. */
  listOwned(organizationId: OrganizationId): Promise<readonly PartnerApp[]>;
  /** Of the installation, newest first. */
  listOffered(query: OfferedQuery): Promise<Page<PartnerApp>>;
  /** Compared in constant time with the current secret, and with one whose overlap still runs. */
  isSecretOf(id: AppId, hash: Uint8Array, now: number): Promise<boolean>;
  /** `cap`, of the owner's, is checked by the inserting statement. */
  insert(app: NewApp, cap: number, deed: Deed): Promise<"inserted" | "limit_reached">;
  /** `false`: it is no longer at `revision`. */
  change(change: AppChange, deed: Deed): Promise<boolean>;
  /** As `change`; ends the grants of every organization but its owner's, each with an entry in that one's log. */
  withdraw(change: AppChange, deed: Deed): Promise<boolean>;
  /** Ends an older overlap too. `false`: another rotation was first. */
  rotateSecret(rotation: AppSecretRotation, deed: Deed): Promise<boolean>;
  /** `false`: this secret's overlap was not running any more. */
  endOverlap(change: OwnedApp & { readonly secretId: string }, deed: Deed): Promise<boolean>;
}
