import type { InstallationAct } from "../actor.ts";
import { installationDeedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { ServiceTokenId } from "../id.ts";
import { assertOverlap } from "../keys/overlap.ts";
import { createSecret } from "../keys/create-secret.ts";
import { retiringSecretOf } from "../keys/secret.ts";
import {
  assertInUse,
  findServiceToken,
  serviceTokenObject,
  type IssuedServiceToken,
  type ServiceDesk,
} from "./service-token-change.ts";
import type { ServiceTokenRotation } from "./service-token-store.ts";
import type { ServiceToken } from "./service-token.ts";

export interface RotateServiceTokenRequest {
  readonly id: ServiceTokenId;
  /** How long the replaced secret still works: 0 to 30 days. */
  readonly overlapSeconds: number;
  /** The secret that the caller means to replace; absent: the current one, whichever that is. */
  readonly replaces?: string;
}

/**
 * Gives a service token a new secret and retires the current one after the overlap, as `rotate` does for a key.
 * @throws KeyError `service_token_not_found`, `service_token_already_revoked`, `service_token_already_expired`,
 *   `overlap_not_allowed`, `rotation_conflict`, `authority_lost`
 */
export async function rotateServiceToken(
  desk: ServiceDesk,
  act: InstallationAct,
  request: RotateServiceTokenRequest,
): Promise<IssuedServiceToken> {
  const { now } = act;
  assertOverlap(request.overlapSeconds);
  const record = await findServiceToken(desk, request.id);
  assertInUse(record, now);
  const { token, secret } = createSecret(desk, "svc", now);
  const replaces = request.replaces ?? record.secrets[0].publicKeyId;
  const retiresAt = now + request.overlapSeconds * 1_000;
  const rotation = { id: record.id, replaces, retiresAt, secret, now };
  if (!(await desk.serviceTokens.rotate(rotation, rotatedDeed(act, record, rotation)))) {
    assertInUse(await findServiceToken(desk, record.id), now);
    throw new KeyError("rotation_conflict", "The secret to replace is no longer the current one.");
  }
  return { token, record: await findServiceToken(desk, record.id) };
}

function rotatedDeed(act: InstallationAct, record: ServiceToken, rotation: ServiceTokenRotation) {
  const { replaces, retiresAt, secret } = rotation;
  return installationDeedOf(act, {
    action: "service_token.rotated",
    object: serviceTokenObject(record),
    before: { publicKeyId: replaces },
    after: {
      publicKeyId: secret.publicKeyId,
      replacedRetiresAt: retiresAt,
      endedOverlapOf: retiringSecretOf(record, act.now)?.publicKeyId ?? null,
    },
  });
}
