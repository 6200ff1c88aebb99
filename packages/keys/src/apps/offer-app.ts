import type { Act, MemberActor } from "../actor.ts";
import type { AppId } from "../id.ts";
import { changeApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { PartnerApp } from "./partner-app.ts";

/**
 * Asks the operator to let every organization connect the app; nothing when that was asked or granted already.
 * @throws KeyError `app_not_found`, `app_changed`, `role_not_allowed`, `authority_lost`
 */
export function offerApp(desk: AppDesk, act: Act<MemberActor>, appId: AppId): Promise<PartnerApp> {
  return changeApp(desk, act, {
    appId,
    action: "app.offered",
    patchOf: ({ approval }) => ({ approval: approval === "approved" ? approval : "requested" }),
  });
}
