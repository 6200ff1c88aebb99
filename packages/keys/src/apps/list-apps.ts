import type { Act, MemberActor } from "../actor.ts";
import type { AppId } from "../id.ts";
import type { Page } from "../page.ts";
import { assertManagesApps, findOwnedApp } from "./app-authority.ts";
import type { AppDesk } from "./app-desk.ts";
import type { OfferedQuery } from "./app-store.ts";
import type { PartnerApp } from "./partner-app.ts";

/** The organization's own apps, newest first. @throws KeyError `role_not_allowed` */
export async function listApps(
  { apps }: Pick<AppDesk, "apps">,
  act: Act<MemberActor>,
): Promise<readonly PartnerApp[]> {
  assertManagesApps(act);
  return apps.listOwned(act.organizationId);
}

/** One of the organization's own. @throws KeyError `app_not_found`, `role_not_allowed` */
export async function findApp(
  desk: Pick<AppDesk, "apps">,
  act: Act<MemberActor>,
  appId: AppId,
): Promise<PartnerApp> {
  assertManagesApps(act);
  return findOwnedApp(desk, act.organizationId, appId);
}

/** Apps that their owners have offered to everybody, newest first: for the operator. */
export function listOfferedApps(
  { apps }: Pick<AppDesk, "apps">,
  query: OfferedQuery,
): Promise<Page<PartnerApp>> {
  return apps.listOffered(query);
}
