import { connectApp, type MemberActor, type Scope } from "@katkey/keys";
import { anApp } from "./apps.ts";
import { ownerAct, type TestOrganization } from "./people.ts";
import type { TestServer } from "./server.ts";

interface AppTokenOptions {
  readonly by?: MemberActor["role"];
  readonly scopes?: readonly Scope[];
  readonly name?: string;
  readonly expiresAt?: number;
}

const everything: readonly Scope[] = [
  "products:read",
  "products:write",
  "usage:read",
  "billing:read",
  "keys:read",
];

/** A partner app's access token to the organization's data, granted by its owner, in full, unless told otherwise. */
export function anAppToken(
  { appTokens, clock }: TestServer,
  { id: organizationId, members }: TestOrganization,
  { by = "owner", scopes = everything, ...options }: AppTokenOptions = {},
) {
  const { memberId } = members[by];
  return appTokens.add({ organizationId, memberId, scopes, now: clock.now(), ...options });
}

/** An app of the organization's own, connected by its owner, and an access token of it. */
export async function aConnectedApp(
  server: TestServer,
  organization: TestOrganization,
  { scopes = everything, name = "Stockroom" }: Pick<AppTokenOptions, "scopes" | "name"> = {},
) {
  const { desk } = server.services;
  const act = ownerAct(server, organization);
  const { app } = await anApp(server, organization, { name, scopes });
  const { id: grantId } = await connectApp(desk, act, { appId: app.id, scopes });
  const { organizationId, now, actor } = act;
  const { token } = server.appTokens.add({
    organizationId,
    memberId: actor.memberId,
    scopes,
    name,
    grantId,
    now,
  });
  return { app, grantId, token };
}
