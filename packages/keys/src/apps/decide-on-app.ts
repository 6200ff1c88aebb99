import type { Act, OperatorActor } from "../actor.ts";
import { KeyError } from "../errors.ts";
import { changeApp, type SeenApp } from "./app-change.ts";
import type { AppDesk } from "./app-desk.ts";
import type { PartnerApp } from "./partner-app.ts";

export interface AppDecision extends SeenApp {
  readonly decision: "approved" | "refused";
}

/**
 * Lets every organization connect an app, or none but its owner's: then the grants of all others end, for good. With
 * the revision that was seen, nothing is approved that its owner has changed meanwhile.
 * @throws KeyError `app_not_found`, also while its owner has never offered it; `app_changed`, `authority_lost`
 */
export function decideOnApp(
  desk: AppDesk,
  act: Act<OperatorActor>,
  { decision, ...seen }: AppDecision,
): Promise<PartnerApp> {
  return changeApp(desk, act, {
    ...seen,
    action: `app.${decision}`,
    endsOthersGrants: decision === "refused",
    patchOf({ approval }) {
      if (approval !== "own") return { approval: decision };
      throw new KeyError("app_not_found", "No such app was offered.");
    },
  });
}
