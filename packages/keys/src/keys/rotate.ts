import type { Act, KeyChanger } from "../actor.ts";
import { currentSecretOf, type ApiKey } from "./api-key.ts";
import { retiringSecretOf } from "./secret.ts";
import { deedOf, keyObject } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { KeyId } from "../id.ts";
import type { KeyWithToken } from "./issue.ts";
import { assertGives, assertNotEnded, findKey, findManagedKey } from "./key-authority.ts";
import type { Rotation } from "./key-store.ts";
import { assertOverlap } from "./overlap.ts";
import { createSecret } from "./create-secret.ts";

export interface RotateRequest {
  readonly keyId: KeyId;
  /** How long the replaced secret still works: 0 to 30 days. */
  readonly overlapSeconds: number;
  /** The secret that the caller means to replace; absent: the current one, whichever that is. */
  readonly replaces?: string;
}

/**
 * Gives a key a new secret and retires the current one after the overlap. An
 * overlap that still runs ends at once. The key keeps its id, limits and expiry.
 * @throws KeyError `key_not_found`, `role_not_allowed`, `scope_not_allowed`, `expiry_not_allowed`,
 *   `addresses_not_allowed`, `key_already_revoked`, `key_already_expired`, `overlap_not_allowed`, `rotation_conflict` when another rotation was first
 */
export async function rotate(
  desk: Desk,
  act: Act<KeyChanger>,
  request: RotateRequest,
): Promise<KeyWithToken> {
  assertOverlap(request.overlapSeconds);
  const key = await findManagedKey(desk, act, request.keyId);
  assertNotEnded(key, act.now);
  // Whoever rotates a key holds its new token, so a key cannot rotate one that is stronger than itself,
  // or would be once its member's role grows again.
  if (act.actor.type === "key") assertGives(desk.scopes, act.actor, key);

  const { token, secret } = createSecret(desk, key.environment, act.now);
  const rotation: Rotation = {
    organizationId: act.organizationId,
    keyId: key.id,
    replaces: request.replaces ?? currentSecretOf(key).publicKeyId,
    retiresAt: act.now + request.overlapSeconds * 1_000,
    secret,
    now: act.now,
  };
  if (!(await desk.store.rotate(rotation, rotatedDeed(act, key, rotation)))) {
    assertNotEnded(await findKey(desk, act, key.id), act.now);
    throw new KeyError("rotation_conflict", "The secret to replace is no longer the current one.");
  }
  return { token, key: await findKey(desk, act, key.id) };
}

function rotatedDeed(act: Act<KeyChanger>, key: ApiKey, { replaces, retiresAt, secret, now }: Rotation) {
  return deedOf(act, {
    action: "key.rotated",
    object: keyObject(key),
    before: { publicKeyId: replaces },
    after: {
      publicKeyId: secret.publicKeyId,
      replacedRetiresAt: retiresAt,
      endedOverlapOf: retiringSecretOf(key, now)?.publicKeyId ?? null,
    },
  });
}
