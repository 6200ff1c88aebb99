import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDashboard, unattended } from "../../harness/dashboard.ts";
import { startServer, temporaryDirectory } from "../../harness/server.ts";
import { katkey } from "../backup/katkey.ts";
import { said } from "../processes/crew-log.ts";
import { fire } from "../processes/load.ts";
import { renewal } from "../processes/trials.ts";

const processes = 2;

/** Gives the seal of an installation at work another key, step by step as documented. Returns who noticed. */
export async function changeKey(say: (progress: string) => void) {
  const violations: string[] = [];
  const [old, next] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];
  const file = join(temporaryDirectory(), "seal-key");
  writeFileSync(file, old, { mode: 0o600 });
  const seal = { KATKEY_SEAL_KEY_FILE: file };
  const several = { KATKEY_PROCESSES: String(processes), KATKEY_LOG_LEVEL: "debug" };
  const generous = { KATKEY_FAILED_AUTH_PER_MINUTE: "1000000" };
  const server = await startServer({ env: { ...unattended, ...seal, ...several, ...generous } });
  await said(server, "all processes listen");
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Sealed anew" });
  const limit = { organizationId, requestsPerMinute: 1_000_000 };
  await dashboard.instance.changeRequestLimit.mutate(limit);
  const key = { name: "Load", environment: "live" } as const;
  const { token } = await dashboard.keys.issue.mutate({ organizationId, key });
  const load = fire(server, { token, clients: 12 });
  const trial = { server, dashboard, load, violations };

  for (const keys of [`${old},${next}`, `${next},${old}`]) {
    writeFileSync(file, keys);
    await renewal(trial, processes);
  }
  await command("renew");
  writeFileSync(file, next);
  await renewal(trial, processes);
  await load.end();
  const refused = load.shots.filter(({ status }) => status !== null && status >= 500).length;
  if (refused > 0) violations.push(`${refused} requests were refused with 5xx`);
  await server.stop();
  await command("check");
  say(`another key: ${load.shots.length} requests meanwhile`);
  return { violations, requests: load.shots.length };

  async function command(name: string): Promise<void> {
    const { code, said: told } = await katkey({ dataDir: server.dataDir, env: seal }, "seal", name).ended;
    if (code !== 0) violations.push(`katkey seal ${name} exits with ${code}: ${told}`);
  }
}
