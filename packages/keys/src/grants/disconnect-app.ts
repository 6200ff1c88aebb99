import type { Act, MemberActor } from "../actor.ts";
import type { AppDesk } from "../apps/app-desk.ts";
import { deedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { GrantId } from "../id.ts";
import { isManager } from "../organizations/role.ts";
import { grantObject } from "./grant-object.ts";

/**
 * Ends a grant, for good: owners and admins any, and everybody their own. When this resolves, no process accepts a
 * token of it.
 * @throws KeyError `grant_not_found`, `grant_already_ended`, `role_not_allowed`, `authority_lost`
 */
export async function disconnectApp(
  { apps, grants }: Pick<AppDesk, "apps" | "grants">,
  act: Act<MemberActor>,
  id: GrantId,
): Promise<void> {
  const { organizationId, actor, now } = act;
  const grant = await grants.find(id);
  const app = grant?.organizationId === organizationId ? await apps.find(grant.appId) : null;
  if (grant === null || app === null) {
    throw new KeyError("grant_not_found", "No app is connected to this organization by this grant.");
  }
  if (!isManager(actor.role) && grant.memberId !== actor.memberId) {
    throw new KeyError("role_not_allowed", "Only owners, admins and whoever connected it disconnect an app.");
  }
  const deed = deedOf(act, {
    action: "app.disconnected",
    object: grantObject(grant, app),
    before: { appId: app.id, scopes: grant.scopes },
    after: { cause: "disconnected" },
  });
  if (await grants.end({ organizationId, id, cause: "disconnected", now }, deed)) return;
  throw new KeyError("grant_already_ended", "This app was disconnected already.");
}
