import type { PartnerApp } from "../apps/partner-app.ts";
import type { Deed } from "../deed.ts";
import type { AppId, GrantId, OrganizationId, UserId } from "../id.ts";
import type { Scope } from "../keys/scope.ts";
import type { Role } from "../organizations/role.ts";
import type { Page } from "../page.ts";
import type { Grant, GrantEnd } from "./grant.ts";

/** A grant as the organization sees it that gave it. */
export interface Connection {
  readonly grant: Grant;
  /** What others may see of it: its secrets are its owner's. */
  readonly app: Omit<PartnerApp, "secrets">;
  /** Of who gave it; `null`: they have left. */
  readonly role: Role | null;
  /** `false` also while its app is disabled, or its organization suspended. */
  readonly live: boolean;
}

/** A grant as the app's owner sees it: whose data, not who gave it. */
export interface Customer {
  readonly grant: Omit<Grant, "memberId" | "userId">;
  readonly organizationName: string;
  readonly live: boolean;
}

export interface NewConnection {
  /** New, or as it is to be. */
  readonly grant: Grant;
  /** The live grant that this one widens, with the scopes it must still have; `null`: there must be none. */
  readonly widens: readonly Scope[] | null;
}

export interface GrantEnding {
  readonly organizationId: OrganizationId;
  readonly id: GrantId;
  readonly cause: GrantEnd;
  readonly now: number;
}

/**
 * Where grants are kept. Each method is one atomic unit, audit entries included. That a user is banned is not
 * known here: it is identity's.
 * @throws KeyError `authority_lost`, `busy`, as the key store
 */
export interface GrantStore {
  /** For the protocol: live or not. */
  find(id: GrantId): Promise<Grant | null>;
  /** For the protocol. `null` also while anything that it rests on is gone. */
  findLive(id: GrantId): Promise<Grant | null>;
  /** The live ones, oldest first: the first is what an app acts by that asks for itself. */
  listLiveOf(appId: AppId, organizationId: OrganizationId): Promise<readonly Grant[]>;
  /** The live one that this user gave. */
  findLiveBy(given: {
    readonly appId: AppId;
    readonly organizationId: OrganizationId;
    readonly userId: UserId;
  }): Promise<Grant | null>;
  /** Those that did not end, all of them, and then the newest 200 of those that did, each from the newest. */
  list(organizationId: OrganizationId): Promise<readonly Connection[]>;
  /** Those that ended, from the newest. */
  listEnded(query: {
    readonly organizationId: OrganizationId;
    readonly before?: GrantId;
    readonly limit: number;
  }): Promise<Page<Connection>>;
  /** Of these the organization's own, whatever became of them, in no order. */
  findConnections(organizationId: OrganizationId, ids: readonly GrantId[]): Promise<readonly Connection[]>;
  /** Of one app of this owner, newest first. */
  listOfApp(query: {
    readonly owner: OrganizationId;
    readonly appId: AppId;
    readonly before?: GrantId;
    readonly limit: number;
  }): Promise<Page<Customer>>;
  /**
   * `changed`: another grant was given meanwhile, this one ended or was widened, or the app may not ask for this
   * much any more. `disabled`, `not_offered`, `suspended`: what was to be connected cannot be now.
   */
  connect(
    connection: NewConnection,
    deed: Deed,
  ): Promise<"connected" | "changed" | "disabled" | "not_offered" | "suspended">;
  /** `false`: it was over already. When this resolves, no process accepts a token of it. */
  end(ending: GrantEnding, deed: Deed): Promise<boolean>;
}
