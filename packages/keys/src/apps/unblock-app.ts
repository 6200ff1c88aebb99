import type { Act, OperatorActor } from "../actor.ts";
import { changeApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { AppId } from "../id.ts";
import type { PartnerApp } from "./partner-app.ts";

/**
 * Lets a blocked app work again wherever it is connected, unless its owner has disabled it.
 * @throws KeyError `app_not_found`, `app_changed`, `authority_lost`
 */
export function unblockApp(desk: AppDesk, act: Act<OperatorActor>, appId: AppId): Promise<PartnerApp> {
  return changeApp(desk, act, { appId, action: "app.unblocked", patchOf: () => ({ blockedAt: null }) });
}
