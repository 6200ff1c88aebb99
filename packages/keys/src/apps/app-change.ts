import type { Act, MemberActor, OperatorActor } from "../actor.ts";
import type { AuditAction } from "../audit/audit.ts";
import { deedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { AppId } from "../id.ts";
import { appObject, assertManagesApps, findOwnedApp } from "./app-authority.ts";
import type { AppDesk } from "./app-desk.ts";
import type { AppPatch } from "./app-store.ts";
import type { PartnerApp } from "./partner-app.ts";
import { differencesOfApp } from "./told-of-app.ts";

/** Whoever did not say what they saw is not told that somebody was first, unless it is many. */
const mostAttempts = 5;

export interface SeenApp {
  readonly appId: AppId;
  /** The app's revision then; left out, whatever the app is now. */
  readonly revision?: number;
}

interface Change extends SeenApp {
  readonly action: AuditAction;
  /** What is to become of the app as it is now. */
  readonly patchOf: (app: PartnerApp) => AppPatch;
  /** What ends with it. */
  readonly endsOthersGrants?: boolean;
}

/**
 * Changes what differs, and tells it in one entry; nothing when nothing does.
 * @throws KeyError `app_not_found`, `app_changed`, `role_not_allowed`, `authority_lost`, `rows_unsound`
 */
export async function changeApp(
  desk: AppDesk,
  act: Act<MemberActor | OperatorActor>,
  change: Change,
): Promise<PartnerApp> {
  assertManagesApps(act);
  const { appId, revision: seen } = change;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const app = await findOwnedApp(desk, act.organizationId, appId);
    if (seen !== undefined && seen !== app.revision) break;
    if (await writeChange(desk, act, { app, change })) return findOwnedApp(desk, act.organizationId, appId);
  }
  throw new KeyError("app_changed", "Somebody else has just changed this app. Look again.");
}

async function writeChange(
  { apps }: AppDesk,
  act: Act<MemberActor | OperatorActor>,
  { app, change }: { readonly app: PartnerApp; readonly change: Change },
): Promise<boolean> {
  const { action, patchOf, endsOthersGrants = false } = change;
  const patch = patchOf(app);
  const differences = differencesOfApp(app, patch);
  if (differences === null) return true;
  const { organizationId, id, revision } = app;
  const written = { organizationId, id, revision, patch };
  const deed = deedOf(act, { action, object: appObject(app), ...differences });
  return endsOthersGrants ? apps.withdraw(written, deed) : apps.change(written, deed);
}
