import type { Act, MemberActor } from "../actor.ts";
import type { AppId } from "../id.ts";
import { changeApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { PartnerApp } from "./partner-app.ts";

/**
 * Lets a disabled app work again wherever it is connected, unless the operator has blocked it.
 * @throws KeyError `app_not_found`, `app_changed`, `role_not_allowed`, `authority_lost`
 */
export function enableApp(desk: AppDesk, act: Act<MemberActor>, appId: AppId): Promise<PartnerApp> {
  return changeApp(desk, act, { appId, action: "app.enabled", patchOf: () => ({ disabledAt: null }) });
}
