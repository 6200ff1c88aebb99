import { connectApp, disconnectApp, type MemberActor, type Scope } from "@katkey/keys";
import { anApp } from "./apps.ts";
import { ownerAct, type TestOrganization } from "./people.ts";
import type { TestServer } from "./server.ts";

interface AppTokenOptions {
  /** Who grants it. */
  readonly by?: "owner" | "admin";
  readonly scopes?: readonly Scope[];
  readonly name?: string;
  /** One that is there; absent: a new one. */
  readonly app?: Registered;
}

type Registered = Awaited<ReturnType<typeof anApp>>;

/** All that apps can have. */
const everything: readonly Scope[] = [
  "products:read",
  "products:write",
  "usage:read",
  "billing:read",
  "keys:read",
];

/** How long an access token lives. */
export const appTokenLifetimeMs = 3_600_000;

/** An app of the organization's own that is connected there, and an access token that it asked for by itself. */
export async function anAppToken(
  server: TestServer,
  organization: TestOrganization,
  { by = "owner", scopes = everything, name = "Stockroom", app: known }: AppTokenOptions = {},
) {
  const registered = known ?? (await anApp(server, organization, { name, scopes }));
  const { app, secret } = registered;
  const { id: userId, email, memberId } = organization.members[by];
  const actor: MemberActor = { type: "member", userId, email, memberId, role: by };
  const act = { ...ownerAct(server, organization), actor };
  const { id: grantId } = await connectApp(server.services.desk, act, { appId: app.id, scopes });
  const { body } = await server.send("/oauth/token", {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${app.id}:${secret ?? ""}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      resource: `${server.services.origin}/v1/organizations/${organization.id}`,
    }).toString(),
  });
  const token: string = body.access_token;
  return { app, registered, grantId, token };
}

/** As the organization's owner does. */
export function disconnected(
  server: TestServer,
  organization: TestOrganization,
  { grantId }: Pick<Awaited<ReturnType<typeof anAppToken>>, "grantId">,
): Promise<void> {
  return disconnectApp(server.services.desk, ownerAct(server, organization), grantId);
}
