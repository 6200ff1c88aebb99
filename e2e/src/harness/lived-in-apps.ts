import { authorizationUrl } from "./authorization-url.ts";
import { connectApp } from "./connecting.ts";
import type { Dashboard, SessionCookie } from "./dashboard.ts";
import type { RunningServer } from "./server.ts";

interface LivedInApps {
  readonly dashboard: Dashboard;
  readonly cookie: SessionCookie;
  readonly organizationId: `org_${string}`;
  readonly emptyId: `org_${string}`;
}

/** A white K on violet, 16 pixels square. */
const logo =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAK0lEQVR42mPI9rlGEmKgr4b/YIBfhHoaMJVSTwMupdTTQHs/0DIeBkfiAwBPkMaQdOPu5QAAAABJRU5ErkJggg==";

/** Two that nobody has the private halves of: those of RFC 8037 and of RFC 7517. */
const publicKeys = {
  keys: [
    {
      kty: "OKP",
      crv: "Ed25519",
      kid: "2026-11",
      x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    },
    {
      kty: "EC",
      crv: "P-256",
      kid: "2026-08",
      alg: "ES256",
      x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
      y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
    },
  ],
};

/** Apps in every state: offered and approved, waiting, disabled; connected, and disconnected. Resolves to their pages. */
export async function addApps(
  server: RunningServer,
  { dashboard, cookie, organizationId, emptyId }: LivedInApps,
): Promise<Readonly<Record<string, string>>> {
  const redirectUri = "https://stock.example/connected";
  const { app: stock } = await dashboard.partnerApps.register.mutate({
    organizationId,
    name: "Stock Sync",
    description: "Keeps the stock of a shop and of its warehouses the same.",
    homepage: "https://stock.example/",
    logo,
    type: "confidential",
    redirectUris: [redirectUri, "http://localhost:3000/connected"],
    scopes: ["products:read", "products:write", "usage:read"],
  });
  const { app: tablet } = await dashboard.partnerApps.register.mutate({
    organizationId,
    name: "An app for the tablets of a showroom with quite a long name",
    description: null,
    homepage: null,
    logo: null,
    type: "public",
    redirectUris: ["com.example.showroom:/connected", "http://127.0.0.1/connected"],
    scopes: ["products:read"],
  });
  const { app: old } = await dashboard.partnerApps.register.mutate({
    organizationId,
    name: "Old importer",
    description: "Replaced by Stock Sync.",
    homepage: null,
    logo: null,
    type: "confidential",
    redirectUris: ["https://old.example/"],
    scopes: ["products:write"],
  });
  const { app: ledger } = await dashboard.partnerApps.register.mutate({
    organizationId,
    name: "Ledger Link",
    description: "Books what is sold.",
    homepage: null,
    logo: null,
    type: "confidential",
    redirectUris: ["https://ledger.example/connected"],
    scopes: ["usage:read"],
    jwks: publicKeys,
  });
  await dashboard.instance.appApprovals.block.mutate({ organizationId, appId: ledger.id });
  await dashboard.partnerApps.disable.mutate({ organizationId, appId: old.id });
  await dashboard.partnerApps.offer.mutate({ organizationId, appId: tablet.id });
  const { revision } = await dashboard.partnerApps.offer.mutate({ organizationId, appId: stock.id });
  await dashboard.instance.appApprovals.decide.mutate({
    organizationId,
    appId: stock.id,
    decision: "approved",
    revision,
  });
  const leave = { cookie, organizationId };
  const asking = { clientId: stock.id, redirectUri, scope: "products:read products:write" };
  await connectApp(server, asking, leave);
  const [ended] = await dashboard.connectedApps.list.query({ organizationId });
  if (ended !== undefined) {
    await dashboard.connectedApps.disconnect.mutate({ organizationId, grantId: ended.id });
  }
  await connectApp(server, asking, leave);
  const [live] = await dashboard.connectedApps.list.query({ organizationId });
  await dashboard.partnerApps.rotateSecret.mutate({
    organizationId,
    appId: stock.id,
    overlapSeconds: 86_400,
  });
  const own = `/o/${organizationId}/settings/partner-apps`;
  return {
    connect: authorizationUrl(server, asking),
    "connected-apps": `/o/${organizationId}/apps`,
    "connected-app": `/o/${organizationId}/apps?grant=${live?.id ?? ""}`,
    "connected-apps-all": `/o/${organizationId}/apps?show=all&grant=${ended?.id ?? ""}`,
    "no-connected-apps": `/o/${emptyId}/apps`,
    "partner-apps": own,
    "no-partner-apps": `/o/${emptyId}/settings/partner-apps`,
    "register-app": `${own}/new`,
    "partner-app": `${own}/${stock.id}`,
    "partner-app-public": `${own}/${tablet.id}`,
    "partner-app-disabled": `${own}/${old.id}`,
    "partner-app-keys": `${own}/${ledger.id}`,
    "edit-app": `${own}/${stock.id}/edit`,
    "edit-app-keys": `${own}/${ledger.id}/edit`,
    "no-app": `${own}/app_0000000000000000000000`,
    "offered-apps": "/instance/apps",
    "offered-apps-approved": "/instance/apps?approval=approved",
    "offered-apps-refused": "/instance/apps?approval=refused",
    "offered-apps-own": "/instance/apps?approval=own",
  };
}
