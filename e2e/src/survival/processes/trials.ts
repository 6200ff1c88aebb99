import { setTimeout as sleep } from "node:timers/promises";
import type { Dashboard } from "../../harness/dashboard.ts";
import type { RunningServer } from "../../harness/server.ts";
import { connect, type Shot } from "./connection.ts";
import { linesSaying, hasSpare, pidsOf, said } from "./crew-log.ts";
import { fire, type Load } from "./load.ts";

export interface Trial {
  readonly server: RunningServer;
  readonly dashboard: Dashboard;
  /** What calls all along with a key of its own, and must not notice. */
  readonly load: Load;
  readonly violations: string[];
}

const clients = 24;

/** An organization's limit, asked for twice over by many connections at once: as many get in as it says, exactly. */
export async function exactLimit({ server, dashboard, violations }: Trial): Promise<number> {
  const limit = 150;
  const { organizationId, token } = await aKey(dashboard, limit);
  const url = server.url("/api/user");
  const connections = Array.from({ length: clients }, () => connect(url));
  const startedAt = performance.now();
  const statuses: (number | null)[] = [];
  let left = 2 * limit;
  await Promise.all(
    connections.map(async (connection) => {
      while ((left -= 1) >= 0) statuses.push((await connection.ask(token)).status);
      connection.close();
    }),
  );
  const took = performance.now() - startedAt;
  const admitted = statuses.filter((status) => status === 200).length;
  const refused = statuses.filter((status) => status === 429).length;
  if (took < 60_000 && (admitted !== limit || refused !== limit))
    violations.push(`${organizationId}: ${admitted} admitted and ${refused} refused, of a limit of ${limit}`);
  return statuses.length;
}

/** A key is revoked while every process answers it. */
export async function revocation({ server, dashboard, violations }: Trial): Promise<number> {
  const { organizationId, keyId, token } = await aKey(dashboard, 1_000_000);
  const load = fire(server, { token, clients });
  await until(() => acceptedByEach(server, load));
  const revocationOf = { organizationId, keyId, revocation: { reason: "compromised" } } as const;
  await dashboard.keys.revoke.mutate(revocationOf);
  const endedAt = performance.now();
  await until(() => load.shots.filter(({ startedAt }) => startedAt >= endedAt).length > clients * 4);
  await load.end();
  const late = load.shots.filter((shot) => shot.startedAt >= endedAt && shot.status === 200);
  for (const { connection } of late)
    violations.push(`${keyId}: accepted after its revocation, ${connection}`);
  return load.shots.length;
}

/** Every process has let the key in at least once. */
function acceptedByEach(server: RunningServer, { shots, connectionsOf }: Load): boolean {
  const accepted = new Set(shots.filter(({ status }) => status === 200).map(({ connection }) => connection));
  return pidsOf(server).every((pid) => [...connectionsOf(pid)].some((id) => accepted.has(id)));
}

/**
 * Kills one of the processes under load, once there is a spare one. Milliseconds until another one listens in its place,
 * by its own line of the log.
 */
export async function crash({ server, load, violations }: Trial, processes: number): Promise<number> {
  await until(() => hasSpare(server));
  const [pid = 0] = pidsOf(server);
  const before = load.shots.length;
  const listening = linesSaying(server, "listening").length;
  const killedAt = Date.now();
  process.kill(pid, "SIGKILL");
  await said(server, "listening", listening + 1);
  const took = (linesSaying(server, "listening")[listening]?.time ?? Number.NaN) - killedAt;
  await until(() => pidsOf(server).length === processes);
  const ofKilled = load.connectionsOf(pid);
  // What was with the killed one is cut off; the first request of a connection may be, too, and nobody knows whose it was.
  for (const { failure, connection } of failuresIn(load.shots.slice(before)))
    if (!ofKilled.has(connection) && !failure.includes("new connection"))
      violations.push(`${failure}, of another process than the one that was killed`);
  return took;
}

/** Renews all processes under load. */
export async function renewal({ server, load, violations }: Trial, processes: number): Promise<void> {
  const before = load.shots.length;
  const renewed = linesSaying(server, "renewed the processes").length;
  const old = pidsOf(server);
  server.process.kill("SIGHUP");
  await said(server, "renewed the processes", renewed + 1);
  // What was sent meanwhile comes to its end.
  await sleep(300);
  const now = pidsOf(server);
  if (now.length !== processes || now.some((pid) => old.includes(pid)))
    violations.push(`after a renewal of ${old.join(", ")} there are ${now.join(", ")}`);
  for (const { failure } of failuresIn(load.shots.slice(before))) violations.push(`renewal: ${failure}`);
}

export function failuresIn(shots: readonly Shot[]): readonly Shot[] {
  return shots.filter(({ failure }) => failure !== "");
}

/** A key of a new organization with this many requests per minute. */
export async function aKey(dashboard: Dashboard, requestsPerMinute: number) {
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Processes" });
  await dashboard.instance.changePlan.mutate({ organizationId, plan: "enterprise" });
  await dashboard.instance.changeRequestLimit.mutate({ organizationId, requestsPerMinute });
  const { key, token } = await dashboard.keys.issue.mutate({
    organizationId,
    key: { name: "Under load", environment: "live" },
  });
  return { organizationId, keyId: key.id, token };
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error("what was waited for did not happen within a minute");
    await sleep(20);
  }
}
