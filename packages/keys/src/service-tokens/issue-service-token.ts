import type { InstallationAct } from "../actor.ts";
import { installationDeedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import { createId, type OrganizationId } from "../id.ts";
import { createSecret } from "../keys/create-secret.ts";
import { findOrganization } from "../organizations/organization-change.ts";
import {
  findServiceToken,
  serviceTokenObject,
  type IssuedServiceToken,
  type ServiceDesk,
} from "./service-token-change.ts";
import type { NewServiceToken } from "./service-token-store.ts";

/** More services than an installation has; few enough that one is missed when it is lost. */
const mostInUse = 100;

export interface ServiceTokenRequest {
  /** 1–80 characters, unique among the service tokens that are not revoked. */
  readonly name: string;
  /** About whose keys it is to be answered, at least one; `null`: everybody's. */
  readonly organizations: readonly OrganizationId[] | null;
  /** Milliseconds since 1970; `null`: never. */
  readonly expiresAt: number | null;
}

/**
 * Makes a service token. The token is in this answer and nowhere else.
 * @throws KeyError `organization_not_found`, `expiry_not_allowed`, `service_token_name_taken`,
 *   `service_token_limit_reached`, `authority_lost`
 */
export async function issueServiceToken(
  desk: ServiceDesk,
  act: InstallationAct,
  { name, organizations, expiresAt }: ServiceTokenRequest,
): Promise<IssuedServiceToken> {
  if (expiresAt !== null && expiresAt <= act.now) {
    throw new KeyError("expiry_not_allowed", "A service token can only expire in the future.");
  }
  const { token, secret } = createSecret(desk, "svc", act.now);
  const created: NewServiceToken = {
    id: createId("svt", act.now, desk.random),
    name,
    scope: "verify",
    organizations: await existing(desk, organizations),
    createdAt: act.now,
    createdBy: act.actor.type === "shell" ? act.actor.command : act.actor.email,
    expiresAt,
    secret,
  };
  const outcome = await desk.serviceTokens.insert(created, mostInUse, issuedDeed(act, created));
  if (outcome === "name_taken") {
    throw new KeyError("service_token_name_taken", `Another service token is already called "${name}".`);
  }
  if (outcome === "limit_reached") {
    const message = `There are ${mostInUse} service tokens in use, as many as there can be. Revoke one first.`;
    throw new KeyError("service_token_limit_reached", message);
  }
  return { token, record: await findServiceToken(desk, created.id) };
}

/** Each once, and every one of them there. */
async function existing(desk: ServiceDesk, organizations: readonly OrganizationId[] | null) {
  if (organizations === null) return null;
  if (organizations.length === 0) {
    throw new KeyError("organization_not_found", "Name at least one organization, or all of them.");
  }
  const wanted = [...new Set(organizations)];
  await Promise.all(wanted.map((id) => findOrganization(desk, id)));
  return wanted;
}

function issuedDeed(act: InstallationAct, created: NewServiceToken) {
  const { name, scope, organizations, expiresAt, secret } = created;
  const after = { name, scope, organizations, expiresAt, publicKeyId: secret.publicKeyId };
  return installationDeedOf(act, {
    action: "service_token.issued",
    object: serviceTokenObject(created),
    after,
  });
}
