import type { Act, MemberActor } from "../actor.ts";
import { changeApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { AppId } from "../id.ts";
import type { PartnerApp } from "./partner-app.ts";

/**
 * Stops an app wherever it is connected: when this resolves, none of its tokens is accepted, and none is given. Its
 * grants wait for it to be enabled.
 * @throws KeyError `app_not_found`, `app_changed`, `role_not_allowed`, `authority_lost`
 */
export function disableApp(desk: AppDesk, act: Act<MemberActor>, appId: AppId): Promise<PartnerApp> {
  return changeApp(desk, act, {
    appId,
    action: "app.disabled",
    patchOf: ({ disabledAt }) => ({ disabledAt: disabledAt ?? act.now }),
  });
}
