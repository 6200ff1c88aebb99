import type { Act, MemberActor } from "../actor.ts";
import { assertForApps } from "../apps/app-authority.ts";
import type { AppDesk } from "../apps/app-desk.ts";
import type { PartnerApp } from "../apps/partner-app.ts";
import { deedOf } from "../deed.ts";
import { KeyError } from "../errors.ts";
import { createId, type AppId } from "../id.ts";
import { assertGrantable } from "../keys/key-authority.ts";
import { coversScopes, type Scope } from "../keys/scope.ts";
import { isManager } from "../organizations/role.ts";
import type { Grant } from "./grant.ts";
import { grantObject } from "./grant-object.ts";
import type { NewConnection } from "./grant-store.ts";

/** Two consents of one member at the same time give one grant with what both gave. */
const mostAttempts = 5;

export interface ConnectRequest {
  readonly appId: AppId;
  readonly scopes: readonly Scope[];
}

/**
 * Gives an app the organization's leave, or widens the one that this member has given it already. When it has all of
 * that, nothing changes.
 * @throws KeyError `role_not_allowed`, `app_not_found`, `app_disabled`, `app_not_offered`, `app_changed`,
 *   `organization_suspended`, `scope_unknown`, `scope_not_allowed`, `authority_lost`
 */
export async function connectApp(
  desk: AppDesk,
  act: Act<MemberActor>,
  request: ConnectRequest,
): Promise<Grant> {
  if (!isManager(act.actor.role)) {
    throw new KeyError("role_not_allowed", "Only owners and admins connect apps.");
  }
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const app = await findApp(desk, request.appId);
    const connection = await connectionOf(desk, act, { app, scopes: request.scopes });
    const { grant, widens } = connection;
    if (widens !== null && coversScopes(widens, grant.scopes)) return grant;
    if (await write(desk, act, { app, connection })) return grant;
  }
  throw new KeyError("app_changed", "This app, or its grant, has just changed. Try again.");
}

interface Wanted {
  readonly app: PartnerApp;
  readonly scopes: readonly Scope[];
}

async function connectionOf(
  { scopes: rules, grants, random }: AppDesk,
  act: Act<MemberActor>,
  { app, scopes }: Wanted,
): Promise<NewConnection> {
  assertForApps(rules, scopes);
  assertGrantable(rules, act.actor, scopes);
  const { organizationId, now, actor } = act;
  const { userId, memberId } = actor;
  const given = await grants.findLiveBy({ appId: app.id, organizationId, userId });
  const added = scopes.filter((scope) => !(given?.scopes ?? []).includes(scope));
  if (!coversScopes(app.scopes, added)) {
    throw new KeyError("scope_not_allowed", `${app.name} may not ask for ${added.join(", ")}.`);
  }
  if (given !== null) {
    const all = rules.inOrder([...given.scopes, ...added]);
    return { grant: added.length === 0 ? given : { ...given, scopes: all }, widens: given.scopes };
  }
  const id = createId("grt", now, random);
  const whose = { organizationId, appId: app.id, memberId, userId };
  const grant = { id, ...whose, scopes: rules.inOrder(added), createdAt: now, endedAt: null, endedBy: null };
  return { grant, widens: null };
}

interface Written {
  readonly app: PartnerApp;
  readonly connection: NewConnection;
}

/** `false`: what it was decided on has changed. */
async function write(
  { grants }: AppDesk,
  act: Act<MemberActor>,
  { app, connection }: Written,
): Promise<boolean> {
  const { grant, widens } = connection;
  const deed = deedOf(act, {
    action: "app.connected",
    object: grantObject(grant, app),
    before: widens && { appId: app.id, scopes: widens },
    after: { appId: app.id, scopes: grant.scopes },
  });
  const outcome = await grants.connect(connection, deed);
  if (outcome === "connected" || outcome === "changed") return outcome === "connected";
  throw refusals[outcome]();
}

const refusals = {
  disabled: () => new KeyError("app_disabled", "This app is disabled: nobody can connect it."),
  not_offered: () => new KeyError("app_not_offered", "This app is not offered to other organizations."),
  suspended: () => new KeyError("organization_suspended", "This organization is suspended."),
} as const;

async function findApp({ apps }: AppDesk, id: AppId): Promise<PartnerApp> {
  const app = await apps.find(id);
  if (app !== null) return app;
  throw new KeyError("app_not_found", "There is no such app.");
}
