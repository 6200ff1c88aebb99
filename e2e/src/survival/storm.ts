import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { dashboardOf, signIn, unattended } from "../harness/dashboard.ts";
import { liftCaps } from "../harness/database.ts";
import { startServer, temporaryDirectory, type RunningServer } from "../harness/server.ts";
import type { ProofOptions, Report } from "./report.ts";
import { violationsOf, type Checked } from "./storm/check.ts";
import { createJournal } from "./storm/journal.ts";
import type { Surroundings } from "./storm/surroundings.ts";
import { write } from "./storm/writers.ts";

/**
 * Kills the server with SIGKILL in the middle of every kind of change, starts it again, and looks whether it has what
 * it acknowledged, each change with one entry of the audit log.
 */
export async function storm({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const dataDir = temporaryDirectory();
  const start = () => startServer({ dataDir, env: unattended });
  const checked: Checked = new Map();
  const violations: string[] = [];
  const tally = new Map<string, { acknowledged: number; unsure: number }>();
  let slowest = 0;

  let server = await start();
  for (let round = 1; round <= rounds; round += 1) {
    const surroundings = await settle(server);
    const { journal } = surroundings;
    const writing = write(surroundings);
    await sleep(randomInt(150, 650));
    await server.kill();
    const refused = await writing;

    const startedAt = performance.now();
    server = await start();
    slowest = Math.max(slowest, performance.now() - startedAt);
    const found = [...refused, ...(await violationsOf(server, journal, checked))];
    violations.push(...found.map((violation) => `round ${round}: ${violation}`));
    for (const { action, acknowledged, unsure } of journal.changes.values()) {
      const before = tally.get(action) ?? { acknowledged: 0, unsure: 0 };
      tally.set(action, { acknowledged: before.acknowledged + acknowledged, unsure: before.unsure + unsure });
    }
    if (round % 10 === 0) say(`${round} of ${rounds} kills, ${violations.length} violations`);
  }
  await server.kill();
  const sum = (kind: "acknowledged" | "unsure") =>
    [...tally.values()].reduce((all, one) => all + one[kind], 0);
  return {
    promise:
      "Killed at any moment, it has every acknowledged change, whole, with one entry of the audit log.",
    of: "kills",
    runs: rounds,
    counted: "acknowledged changes",
    operations: sum("acknowledged"),
    violations,
    worst: `${sum("unsure")} changes were cut off, each wholly there or wholly not; ready again after ${Math.round(slowest)} ms at most`,
    table: [...tally]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([change, { acknowledged, unsure }]) => ({ change, acknowledged, "cut off": unsure })),
  };
}

/** New organizations for each round: no cap of an organization is filled by the rounds before. */
async function settle(server: RunningServer): Promise<Surroundings> {
  const journal = createJournal();
  const cookie = await signIn(server);
  const dashboard = dashboardOf(server, cookie);
  const create = async () => (await dashboard.organizations.create.mutate({ name: "Storm" })).id;
  const [organizationId, besideId] = [await create(), await create()];
  const { token } = await dashboard.keys.issue.mutate({
    organizationId,
    key: { name: "Writer", environment: "live" },
  });
  liftCaps(server);
  return { server, dashboard, cookie, organizationId, besideId, token, journal };
}
