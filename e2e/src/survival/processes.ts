import { openDashboard, unattended } from "../harness/dashboard.ts";
import { startServer } from "../harness/server.ts";
import { percentile } from "./load/percentile.ts";
import { said } from "./processes/crew-log.ts";
import { fire } from "./processes/load.ts";
import { aKey, crash, exactLimit, failuresIn, renewal, revocation } from "./processes/trials.ts";
import type { ProofOptions, Report } from "./report.ts";

const sizes = [2, 3, 4] as const;
const clients = 24;

/**
 * Has several processes answer on one port, and looks whether their limits are exact, their revocations immediate, and
 * whether anybody notices that one is killed, that all are renewed, or that they stop. A round is one of each; rounds
 * are shared out to two, three and four processes.
 */
export async function processes({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const violations: string[] = [];
  const table: Row[] = [];
  for (const [index, size] of sizes.slice(0, rounds).entries()) {
    const share = Math.floor(rounds / sizes.length) + (index < rounds % sizes.length ? 1 : 0);
    const row = await withProcesses(size, share, violations);
    say(`${size} processes: ${row.requests} requests, ${violations.length} violations`);
    table.push(row);
  }
  const slowest = Math.max(...table.map((row) => row["ms at most"]));
  return {
    promise:
      "Over several processes an organization's limit is exact and a revocation immediate; a process that is killed is replaced, and no use that was answered is lost; renewing and stopping them fails no request.",
    of: "rounds",
    runs: rounds,
    counted: "requests",
    operations: table.reduce((sum, { requests }) => sum + requests, 0),
    violations,
    worst: `a killed process was replaced after ${slowest} ms at most`,
    table,
  };
}

interface Row extends Record<string, number> {
  readonly processes: number;
  readonly requests: number;
  readonly "ms at most": number;
}

async function withProcesses(size: number, rounds: number, violations: string[]): Promise<Row> {
  const env = { ...unattended, KATKEY_PROCESSES: String(size), KATKEY_LOG_LEVEL: "debug" };
  const failedAuth = { KATKEY_FAILED_AUTH_PER_MINUTE: "1000000" };
  const server = await startServer({ env: { ...env, ...failedAuth } });
  await said(server, "all processes listen");
  const dashboard = await openDashboard(server);
  const { organizationId, keyId, token } = await aKey(dashboard, 1_000_000);
  const load = fire(server, { token, clients });
  const trial = { server, dashboard, load, violations };
  let requests = 0;
  const replaced: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    requests += await exactLimit(trial);
    requests += await revocation(trial);
    replaced.push(await crash(trial, size));
    await renewal(trial, size);
  }
  await load.end();

  const last = fire(server, { token, clients, untilRefused: true });
  while (last.shots.length < clients * 10) await new Promise((resolve) => setTimeout(resolve, 10));
  const exitCode = await server.stop();
  await last.end();
  if (exitCode !== 0) violations.push(`${size} processes: exit code ${exitCode} after SIGTERM`);
  for (const { failure, isRefused } of failuresIn(last.shots))
    if (!isRefused) violations.push(`stop: ${failure}`);

  const shots = [...load.shots, ...last.shots];
  const answered = shots.filter(({ status }) => status === 200).length;
  const cut = failuresIn(shots).length;
  // One process on the same files, which files what the others have left.
  const alone = await startServer({ dataDir: server.dataDir, env: unattended });
  const { secrets } = await (await openDashboard(alone)).keys.get.query({ organizationId, keyId });
  const counted = secrets[0]?.lastUse?.requests ?? 0;
  await alone.stop();
  if (counted < answered || counted > answered + cut)
    violations.push(`${size} processes: ${answered} answered and ${cut} cut off, but ${counted} counted`);
  return {
    processes: size,
    requests: requests + shots.length,
    kills: rounds,
    renewals: rounds,
    "cut off by kills": failuresIn(shots).filter(({ isRefused }) => !isRefused).length,
    "replaced after, ms": percentile(replaced, 50),
    "ms at most": Math.max(...replaced),
  };
}
