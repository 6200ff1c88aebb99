import type { InstallationAct } from "../actor.ts";
import { installationDeedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { ServiceTokenId } from "../id.ts";
import { findServiceToken, serviceTokenObject, type ServiceDesk } from "./service-token-change.ts";
import { serviceTokenStatusOf, type ServiceToken } from "./service-token.ts";

/**
 * Ends a service token and every secret of it, for good. When this resolves, no process of the installation
 * accepts it any more.
 * @throws KeyError `service_token_not_found`, `service_token_already_revoked`, `authority_lost`
 */
export async function revokeServiceToken(
  desk: ServiceDesk,
  act: InstallationAct,
  id: ServiceTokenId,
): Promise<ServiceToken> {
  const record = await findServiceToken(desk, id);
  const deed = installationDeedOf(act, {
    action: "service_token.revoked",
    object: serviceTokenObject(record),
    before: { status: serviceTokenStatusOf(record, act.now) },
    after: { status: "revoked" },
  });
  if (!(await desk.serviceTokens.revoke({ id, now: act.now }, deed))) {
    throw new KeyError("service_token_already_revoked", "The service token was revoked already.");
  }
  return findServiceToken(desk, id);
}
