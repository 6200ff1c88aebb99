import { randomUUID } from "node:crypto";
import { connectApp } from "../../harness/connecting.ts";
import type { Story } from "./surroundings.ts";

/** An app is registered, changed, connected by its own organization and disconnected. */
export const appsLive: Story = async (surroundings) => {
  const { server, dashboard, cookie, organizationId, journal } = surroundings;
  const { partnerApps, connectedApps } = dashboard;
  const name = `Storm ${randomUUID()}`;
  const redirectUri = "http://127.0.0.1/callback";
  const { app } = await journal.send({ action: "app.registered", subject: name }, () =>
    partnerApps.register.mutate({
      organizationId,
      name,
      description: null,
      homepage: null,
      logo: null,
      type: "confidential",
      redirectUris: [redirectUri],
      scopes: ["products:read"],
    }),
  );
  const appId = app.id;
  const change = <T>(action: string, request: () => Promise<T>) =>
    journal.send({ action: `app.${action}`, subject: appId }, request);

  await change("secret_rotated", () =>
    partnerApps.rotateSecret.mutate({ organizationId, appId, overlapSeconds: 60 }),
  );
  await change("secret_overlap_ended", () => partnerApps.endOverlap.mutate({ organizationId, appId }));
  const patch = { description: randomUUID() };
  await change("edited", () => partnerApps.edit.mutate({ organizationId, appId, patch }));

  // A grant is named by its app in the log, until its id is known.
  const asking = { clientId: appId, redirectUri, scope: "products:read" };
  await journal.send({ action: "app.connected", subject: name }, () =>
    connectApp(server, asking, { cookie, organizationId }),
  );
  const grants = await connectedApps.list.query({ organizationId });
  const grant = grants.find((one) => one.app.id === appId);
  if (grant === undefined) throw new Error(`${appId} is connected, and is not listed`);
  await journal.send({ action: "app.disconnected", subject: grant.id }, () =>
    connectedApps.disconnect.mutate({ organizationId, grantId: grant.id }),
  );
  await change("disabled", () => partnerApps.disable.mutate({ organizationId, appId }));
  await change("enabled", () => partnerApps.enable.mutate({ organizationId, appId }));
};
