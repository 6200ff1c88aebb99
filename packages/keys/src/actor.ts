import type { Claim } from "./claim.ts";
import type { Environment } from "./environment.ts";
import type { AppId, GrantId, KeyId, MemberId, OrganizationId, UserId } from "./id.ts";
import { isManager, type Role } from "./organizations/role.ts";
import type { Scope } from "./keys/scope.ts";
import type { ScopeRules } from "./keys/scope-rules.ts";

/** A signed-in member. */
export interface MemberActor {
  readonly type: "member";
  readonly userId: UserId;
  readonly email: string;
  readonly memberId: MemberId;
  readonly role: Role;
}

/** An API key that changes keys over the REST API. */
export interface KeyActor {
  readonly type: "key";
  readonly keyId: KeyId;
  readonly publicKeyId: string;
  readonly name: string;
  readonly environment: Environment;
  readonly expiresAt: number | null;
  readonly addresses: readonly string[];
  readonly memberId: MemberId;
  readonly role: Role;
  /** The effective ones. */
  readonly scopes: readonly Scope[];
}

export type Actor = MemberActor | KeyActor;

/** A partner app that works over the REST API. It sees what its scopes allow, and changes nothing of the organization's keys. */
export interface AppActor {
  readonly type: "app";
  readonly grantId: GrantId;
  readonly appId: AppId;
  readonly name: string;
  readonly environment: Environment;
  readonly memberId: MemberId;
  readonly role: Role;
  /** The effective ones. */
  readonly scopes: readonly Scope[];
}

/** Whoever may open the installation's database at its shell: that is right enough, for every organization. */
export interface ShellActor {
  readonly type: "shell";
  /** What was typed, by which the log calls them. */
  readonly command: string;
}

/** Whoever changes keys. */
export type KeyChanger = Actor | ShellActor;

/** Who may look; everybody else also changes. */
export type Reader = KeyChanger | AppActor;

/** Whoever runs the installation, at work on an organization that they need not be a member of. Never on its keys. */
export interface OperatorActor {
  readonly type: "operator";
  readonly userId: UserId;
  readonly email: string;
}

/** Who does something, in which organization, when, and from where. Every change is given one. */
export interface Act<Who = Actor> {
  readonly organizationId: OrganizationId;
  readonly actor: Who;
  readonly now: number;
  readonly address: string | null;
  readonly requestId: string | null;
  /** For a request that is to be done once. */
  readonly claim?: Claim;
}

/** Who does something to the installation itself, when, and from where. */
export interface InstallationAct extends Omit<Act<OperatorActor | ShellActor>, "organizationId" | "claim"> {}

/** Somebody at work on their own account, by what they hold of it: that is right enough. */
export interface PersonActor {
  readonly type: "person";
  readonly userId: UserId;
  readonly email: string;
}

/** Who does something to somebody's account. */
export interface PersonalAct extends Omit<InstallationAct, "actor"> {
  readonly actor: InstallationAct["actor"] | PersonActor;
}

/** A test key, or an app's test token, knows nothing of what is live. */
export function seesLive(actor: Reader): boolean {
  return actor.type === "member" || actor.type === "shell" || actor.environment === "live";
}

/** The scopes an actor may give to a key. */
export function grantableScopes(rules: ScopeRules, actor: Actor): readonly Scope[] {
  return actor.type === "key" ? actor.scopes : rules.allowedTo(actor.role);
}

/** Managers, and keys with `keys:write` of a manager, decide about every key of the organization. */
export function managesAllKeys(actor: KeyChanger): boolean {
  if (actor.type === "shell") return true;
  if (!isManager(actor.role)) return false;
  return actor.type === "member" || actor.scopes.includes("keys:write");
}

/** Who acts when nobody does. */
export const katkeyItself = { type: "system", id: null, label: "katkey" } as const;

/** As entries name them. The shell is an operator whom nobody knows by name. */
export function auditActorOf(actor: KeyChanger | OperatorActor | PersonActor) {
  switch (actor.type) {
    case "key":
      return { type: "key", id: actor.keyId, label: actor.name } as const;
    case "shell":
      return { type: "operator", id: null, label: actor.command } as const;
    case "operator":
      return { type: "operator", id: actor.userId, label: actor.email } as const;
    default:
      return { type: "user", id: actor.userId, label: actor.email } as const;
  }
}

/** What must still be true of an actor when the change is written, and is checked in its transaction. */
export type Standing =
  | { readonly type: "member"; readonly memberId: MemberId; readonly role: Role }
  | { readonly type: "key"; readonly publicKeyId: string; readonly scopes: readonly Scope[] }
  | { readonly type: "operator"; readonly userId: UserId };

/** `null`: whoever it is needs none. */
export function standingOf(actor: KeyChanger | OperatorActor | PersonActor): Standing | null {
  switch (actor.type) {
    case "key":
      return { type: "key", publicKeyId: actor.publicKeyId, scopes: actor.scopes };
    case "shell":
    case "person":
      return null;
    case "operator":
      return { type: "operator", userId: actor.userId };
    default:
      return { type: "member", memberId: actor.memberId, role: actor.role };
  }
}
