import type { Act, OperatorActor } from "../actor.ts";
import { changeApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { AppId } from "../id.ts";
import type { PartnerApp } from "./partner-app.ts";

/**
 * Stops an app wherever it is connected, in its owner's organization too, whatever its owner does: when this resolves,
 * none of its tokens is accepted, and none is given. Its grants wait.
 * @throws KeyError `app_not_found`, `app_changed`, `authority_lost`
 */
export function blockApp(desk: AppDesk, act: Act<OperatorActor>, appId: AppId): Promise<PartnerApp> {
  return changeApp(desk, act, {
    appId,
    action: "app.blocked",
    patchOf: ({ blockedAt }) => ({ blockedAt: blockedAt ?? act.now }),
  });
}
