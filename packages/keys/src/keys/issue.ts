import {
  auditActorOf,
  grantableScopes,
  managesAllKeys,
  standingOf,
  type Act,
  type KeyChanger,
  type Standing,
} from "../actor.ts";
import { parseAddressList } from "./address-list.ts";
import type { ApiKey } from "./api-key.ts";
import { deedOf, keyObject, type Deed } from "../deed.ts";
import type { Desk } from "../desk.ts";
import type { Environment } from "../environment.ts";
import { KeyError } from "../errors.ts";
import { assertFuture, assertWithinRules } from "./expiry.ts";
import { createId, type MemberId } from "../id.ts";
import { assertDeclared, assertGives, assertWithin, seesEnvironment } from "./key-authority.ts";
import type { NewKey } from "./key-store.ts";
import { findOrganization } from "../organizations/organization-change.ts";
import { termsOf, type Organization } from "../organizations/organization.ts";
import { limitsOf } from "../organizations/plan.ts";
import { findAnswering, firstOwner } from "../organizations/member-authority.ts";
import { canAnswerForKeys, type Role } from "../organizations/role.ts";
import type { Scope } from "./scope.ts";
import { createSecret } from "./create-secret.ts";

export interface IssueRequest {
  /** 1–80 characters, unique among the organization's keys that are not revoked. */
  readonly name: string;
  readonly note: string | null;
  readonly environment: Environment;
  /** Absent: all that the issuer can grant. */
  readonly scopes?: readonly Scope[];
  /** Networks in CIDR form; empty: any; absent: the organization's default. */
  readonly addresses?: readonly string[];
  /** Milliseconds since 1970; `null`: never. */
  readonly expiresAt: number | null;
  /** At the shell, whoever is to answer for it; absent: the owner who has been there longest. Others answer themselves. */
  readonly responsibleMemberId?: MemberId;
}

/** A key with the only copy of its new token. */
export interface KeyWithToken {
  readonly key: ApiKey;
  readonly token: string;
}

/**
 * Makes a key with its first secret. The token is in this answer and nowhere else.
 * @throws KeyError `organization_not_found`, `member_not_found`, `role_not_allowed`, `environment_not_allowed`, `scope_unknown`,
 *   `scope_not_allowed`, `expiry_not_allowed`, `addresses_invalid`, `addresses_not_allowed`, `key_limit_reached`, `key_name_taken`
 */
export async function issue(desk: Desk, act: Act<KeyChanger>, request: IssueRequest): Promise<KeyWithToken> {
  const { actor, now, organizationId } = act;
  const organization = await findOrganization(desk, organizationId);
  assertMayIssue(actor, request.environment);
  assertFuture(request.expiresAt, now);
  assertWithinRules(organization, request.expiresAt, now);
  const responsible = await responsibleFor(desk, act, request);
  const grantable =
    actor.type === "shell" ? desk.scopes.allowedTo(responsible.role) : grantableScopes(desk.scopes, actor);
  const scopes = desk.scopes.inOrder(request.scopes ?? grantable);
  assertDeclared(desk.scopes, scopes);
  const addresses = parseAddressList(request.addresses ?? organization.defaultAddresses);
  if (actor.type === "shell") assertWithin(grantable, scopes);
  else assertGives(desk.scopes, actor, { scopes, addresses, expiresAt: request.expiresAt });

  const { token, secret } = createSecret(desk, request.environment, now);
  const { name, note, environment, expiresAt } = request;
  const key: NewKey = {
    name,
    note,
    environment,
    expiresAt,
    id: createId("key", now, desk.random),
    organizationId,
    scopes,
    addresses,
    createdAt: now,
    createdBy: auditActorOf(actor),
    responsible,
    secret,
  };
  await insert(desk, act, { key, organization, responsible });
  const { secret: _, ...record } = key;
  const { hash: __, ...first } = secret;
  const current = { ...first, retiresAt: null, retiredAt: null, exposure: null, quarantine: null };
  return { token, key: { ...record, revocation: null, revision: 0, secrets: [current] } };
}

interface Responsible {
  readonly memberId: MemberId;
  readonly role: Role;
}

async function responsibleFor(
  desk: Desk,
  { actor, organizationId }: Act<KeyChanger>,
  { responsibleMemberId: named }: IssueRequest,
): Promise<Responsible> {
  if (actor.type !== "shell") return { memberId: actor.memberId, role: actor.role };
  const member =
    named === undefined
      ? await firstOwner(desk, organizationId)
      : await findAnswering(desk, organizationId, named);
  return { memberId: member.id, role: member.role };
}

/** The shell needs none, but whoever is to answer for its key must be there still, and what they were. */
function standingFor(actor: KeyChanger, { memberId, role }: Responsible): Standing | null {
  return standingOf(actor) ?? { type: "member", memberId, role };
}

interface Issued {
  readonly key: NewKey;
  readonly organization: Organization;
  readonly responsible: Responsible;
}

async function insert(
  desk: Desk,
  act: Act<KeyChanger>,
  { key, organization, responsible }: Issued,
): Promise<void> {
  const { plan } = organization;
  const cap = limitsOf(plan).keys;
  // The cap and the rules are those of a moment ago: the store looks whether they still hold.
  const deed: Deed = {
    ...issuedDeed(act, key),
    standing: standingFor(act.actor, responsible),
    terms: termsOf(organization),
  };
  const outcome = await desk.store.insertKey(key, cap, deed);
  if (outcome === "limit_reached") {
    const message = `The ${plan} plan includes ${cap} active keys, and all are in use. Revoke one first.`;
    throw new KeyError("key_limit_reached", message);
  }
  if (outcome === "name_taken") {
    throw new KeyError("key_name_taken", `Another key is already called "${key.name}".`);
  }
}

function assertMayIssue(actor: KeyChanger, environment: Environment): void {
  const allowed = actor.type === "member" ? canAnswerForKeys(actor.role) : managesAllKeys(actor);
  if (!allowed) throw new KeyError("role_not_allowed", "Your role cannot issue keys.");
  if (!seesEnvironment(actor, environment)) {
    throw new KeyError("environment_not_allowed", "A test key cannot issue live keys.");
  }
}

function issuedDeed(act: Act<KeyChanger>, key: NewKey) {
  const { name, note, environment, scopes, addresses, expiresAt, responsible, secret } = key;
  const after = {
    name,
    note,
    environment,
    scopes,
    addresses,
    expiresAt,
    responsibleMemberId: responsible.memberId,
    publicKeyId: secret.publicKeyId,
  };
  return deedOf(act, { action: "key.issued", object: keyObject(key), after });
}
