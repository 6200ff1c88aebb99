import type { InstallationAct } from "../actor.ts";
import { installationDeedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { ServiceTokenId } from "../id.ts";
import { retiringSecretOf } from "../keys/secret.ts";
import {
  assertInUse,
  findServiceToken,
  serviceTokenObject,
  type ServiceDesk,
} from "./service-token-change.ts";
import type { ServiceToken } from "./service-token.ts";

/**
 * Ends the overlap of a rotation: when this resolves, only the current secret is accepted.
 * @throws KeyError `service_token_not_found`, `service_token_already_revoked`, `service_token_already_expired`,
 *   `overlap_not_running`, `authority_lost`
 */
export async function endServiceTokenOverlap(
  desk: ServiceDesk,
  act: InstallationAct,
  id: ServiceTokenId,
): Promise<ServiceToken> {
  const { now } = act;
  const record = await findServiceToken(desk, id);
  assertInUse(record, now);
  const retiring = retiringSecretOf(record, now) ?? refuse();
  const { publicKeyId } = retiring;
  const deed = installationDeedOf(act, {
    action: "service_token.overlap_ended",
    object: serviceTokenObject(record),
    before: { publicKeyId, retiresAt: retiring.retiresAt },
    after: { publicKeyId, retiresAt: now },
  });
  if (!(await desk.serviceTokens.endOverlap({ id, publicKeyId, now }, deed))) refuse();
  return findServiceToken(desk, id);
}

function refuse(): never {
  throw new KeyError("overlap_not_running", "No replaced secret of this service token is accepted any more.");
}
