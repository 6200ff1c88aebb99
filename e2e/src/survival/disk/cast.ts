import type { Dashboard } from "../../harness/dashboard.ts";
import { liftCaps } from "../../harness/database.ts";
import type { RunningServer } from "../../harness/server.ts";
import { askAllTheTime, type KnownToken } from "./askers.ts";

const keys = 60;

type Made = Awaited<ReturnType<Dashboard["organizations"]["create"]["mutate"]>>;
type Issued = Awaited<ReturnType<Dashboard["keys"]["issue"]["mutate"]>>;

export interface Cast {
  readonly server: RunningServer;
  readonly dashboard: Dashboard;
  readonly organizationId: Made["id"];
  /** Of a key that may manage keys and products. */
  readonly token: string;
  readonly keyIds: readonly Issued["key"]["id"][];
  /** In the order of their keys. */
  readonly known: readonly KnownToken[];
  readonly asking: ReturnType<typeof askAllTheTime>;
}

/** An organization with keys that are asked about all the time; one more of them manages others. */
export async function settle(server: RunningServer, dashboard: Dashboard, round: number): Promise<Cast> {
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: `Full ${round}` });
  const asker = { name: `Asker ${round}`, organizations: null, expiresAt: null };
  const { token: serviceToken } = await dashboard.instance.serviceTokens.issue.mutate(asker);
  liftCaps(server);
  const issue = (name: string) =>
    dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });
  const { token } = await issue("Manager");
  const issued = [];
  for (let n = 0; n < keys; n += 1) issued.push(await issue(`Key ${n}`));
  const known = issued.map((one): KnownToken => ({ token: one.token, state: "valid" }));
  const asking = askAllTheTime({ server, tokens: known, serviceToken });
  const keyIds = issued.map(({ key }) => key.id);
  return { server, dashboard, organizationId, token, keyIds, known, asking };
}
