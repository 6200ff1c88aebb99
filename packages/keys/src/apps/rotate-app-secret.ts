import type { Act, MemberActor } from "../actor.ts";
import { deedOf, type Deed } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { AppId } from "../id.ts";
import { assertOverlap } from "../keys/overlap.ts";
import { createSecret } from "../keys/create-secret.ts";
import { retiringSecretOf } from "../keys/secret.ts";
import { appObject, assertManagesApps, findOwnedApp } from "./app-authority.ts";
import type { AppDesk } from "./app-desk.ts";
import type { AppSecretRotation } from "./app-store.ts";
import type { PartnerApp } from "./partner-app.ts";
import type { AppWithSecret } from "./register-app.ts";

export interface RotateAppSecretRequest {
  readonly appId: AppId;
  /** How long the replaced secret still works: 0 to 30 days. */
  readonly overlapSeconds: number;
  /** The secret that the caller means to replace; absent: the current one, whichever that is. */
  readonly replaces?: string;
}

/**
 * Gives an app a new secret and retires the current one after the overlap, as `rotate` does for a key; one that began
 * with public keys gets its first.
 * @throws KeyError `app_not_found`, `app_has_no_secret`, `role_not_allowed`, `overlap_not_allowed`,
 *   `rotation_conflict`, `authority_lost`
 */
export async function rotateAppSecret(
  desk: AppDesk,
  act: Act<MemberActor>,
  request: RotateAppSecretRequest,
): Promise<AppWithSecret> {
  assertManagesApps(act);
  assertOverlap(request.overlapSeconds);
  const { organizationId, now } = act;
  const app = await findOwnedApp(desk, organizationId, request.appId);
  const [current] = app.secrets;
  if (app.type === "public") {
    throw new KeyError("app_has_no_secret", "A public app has no secret: PKCE protects it.");
  }
  const { token, secret } = createSecret(desk, "ocs", now);
  const replaces = request.replaces ?? current?.publicKeyId ?? null;
  const retiresAt = now + request.overlapSeconds * 1_000;
  const rotation = { organizationId, id: app.id, replaces, retiresAt, secret, now };
  if (!(await desk.apps.rotateSecret(rotation, rotatedDeed(act, app, rotation)))) {
    throw new KeyError("rotation_conflict", "The secret to replace is no longer the current one.");
  }
  return { app: await findOwnedApp(desk, organizationId, app.id), secret: token };
}

function rotatedDeed(act: Act<MemberActor>, app: PartnerApp, rotation: AppSecretRotation): Deed {
  const { replaces, retiresAt, secret } = rotation;
  return deedOf(act, {
    action: "app.secret_rotated",
    object: appObject(app),
    before: { secretId: replaces },
    after: {
      secretId: secret.publicKeyId,
      replacedRetiresAt: retiresAt,
      endedOverlapOf: retiringSecretOf(app, act.now)?.publicKeyId ?? null,
    },
  });
}
