import { openDashboard, unattended, type Dashboard } from "../../harness/dashboard.ts";
import { liftCaps } from "../../harness/database.ts";
import { startServer, type RunningServer } from "../../harness/server.ts";

/** A server with one organization that no limit keeps from being loaded, and a key of it. */
export interface Loaded {
  readonly server: RunningServer;
  readonly dashboard: Dashboard;
  readonly organizationId: `org_${string}`;
  readonly token: string;
}

/** Clients say themselves where they are: the loads come from many addresses. */
export async function startLoaded(): Promise<Loaded> {
  const server = await startServer({ env: { ...unattended, KATKEY_TRUSTED_PROXIES: "127.0.0.1" } });
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Load" });
  liftCaps(server);
  const key = { name: "Load", environment: "live" } as const;
  const { token } = await dashboard.keys.issue.mutate({ organizationId, key });
  return { server, dashboard, organizationId, token };
}
