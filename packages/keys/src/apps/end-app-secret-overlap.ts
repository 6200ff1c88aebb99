import type { Act, MemberActor } from "../actor.ts";
import { deedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { AppId } from "../id.ts";
import { retiringSecretOf } from "../keys/secret.ts";
import { appObject, assertManagesApps, findOwnedApp } from "./app-authority.ts";
import type { AppDesk } from "./app-desk.ts";
import type { PartnerApp } from "./partner-app.ts";

/**
 * Ends the overlap of a rotation: when this resolves, only the current secret is accepted.
 * @throws KeyError `app_not_found`, `role_not_allowed`, `overlap_not_running`, `authority_lost`
 */
export async function endAppSecretOverlap(
  desk: AppDesk,
  act: Act<MemberActor>,
  appId: AppId,
): Promise<PartnerApp> {
  assertManagesApps(act);
  const { organizationId, now } = act;
  const app = await findOwnedApp(desk, organizationId, appId);
  const { publicKeyId: secretId, retiresAt } = retiringSecretOf(app, now) ?? refuse();
  const deed = deedOf(act, {
    action: "app.secret_overlap_ended",
    object: appObject(app),
    before: { secretId, retiresAt },
    after: { secretId, retiresAt: now },
  });
  if (!(await desk.apps.endOverlap({ organizationId, id: appId, secretId, now }, deed))) refuse();
  return findOwnedApp(desk, organizationId, appId);
}

function refuse(): never {
  throw new KeyError("overlap_not_running", "No replaced secret of this app is accepted any more.");
}
