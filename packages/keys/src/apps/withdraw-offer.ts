import type { Act, MemberActor } from "../actor.ts";
import { KeyError } from "../errors.ts";
import type { AppId } from "../id.ts";
import { changeApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { PartnerApp } from "./partner-app.ts";

/**
 * Takes an offer back that the operator has not answered; nothing when there is none. Grants that others gave while
 * the app was approved go on, as they do while it waits.
 * @throws KeyError `app_not_found`, `app_changed`, also when it was answered meanwhile, `role_not_allowed`,
 *   `authority_lost`
 */
export function withdrawOffer(desk: AppDesk, act: Act<MemberActor>, appId: AppId): Promise<PartnerApp> {
  return changeApp(desk, act, {
    appId,
    action: "app.offer_withdrawn",
    patchOf({ approval }) {
      if (approval === "requested" || approval === "own") return { approval: "own" };
      throw new KeyError("app_changed", `The operator has just decided: the app is ${approval}.`);
    },
  });
}
