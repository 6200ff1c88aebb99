import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDashboard, unattended } from "../harness/dashboard.ts";
import { liftCaps, withDatabase } from "../harness/database.ts";
import { startServer, temporaryDirectory } from "../harness/server.ts";
import { katkey } from "./backup/katkey.ts";
import { load, percentile } from "./backup/load.ts";
import type { ProofOptions, Report } from "./report.ts";

const megabytes = 100;
const quietMs = 4_000;

/**
 * How long a backup of 100 MB takes beside a server that answers as fast as eight clients ask, and what it does to
 * their requests: each round has a stretch without a backup and one with it, on the same machine at the same time.
 */
export async function backupLoad({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const folder = temporaryDirectory();
  const server = await startServer({ env: unattended });
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Backups" });
  liftCaps(server);
  const key = { name: "Load", environment: "live" } as const;
  const { token } = await dashboard.keys.issue.mutate({ organizationId, key });
  fill(server.dataDir, organizationId);

  const running = load(server, token);
  const table: Record<string, number>[] = [];
  let requests = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await sleep(500);
    running.taken();
    await sleep(quietMs);
    const quiet = running.taken();
    const begunAt = performance.now();
    const file = join(folder, `${round}.tar`);
    const { code, said } = await katkey(server, "backup", file).ended;
    if (code !== 0) throw new Error(`katkey backup: ${code} ${said}`);
    const seconds = (performance.now() - begunAt) / 1_000;
    const busy = running.taken();
    requests += quiet.length + busy.length;
    const [before, during] = [percentile(quiet, 99), percentile(busy, 99)];
    table.push({
      round,
      MB: Math.round(statSync(file).size / 1_000_000),
      seconds: rounded(seconds),
      "p99 without, ms": rounded(before),
      "p99 with, ms": rounded(during),
      ratio: rounded(during / before),
    });
    say(`round ${round} of ${rounds}: ${rounded(seconds)} s, p99 × ${rounded(during / before)}`);
  }
  await running.stop();
  await server.stop();
  const column = (name: string) => table.map((row) => row[name] ?? 0).toSorted((one, other) => one - other);
  return {
    promise: "A backup is made while requests are answered, and none of them fails.",
    of: "backups",
    runs: rounds,
    counted: "requests beside them",
    operations: requests,
    violations: [],
    worst: `median ${percentile(column("seconds"), 50)} s for ${megabytes} MB, the start of its process included; p99 of requests × ${percentile(column("ratio"), 50)} while it runs (median), × ${column("ratio").at(-1)} at worst`,
    table,
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Entries of a log that nobody reads, as an installation of some years has them. */
function fill(dataDir: string, organizationId: string): void {
  withDatabase({ dataDir }, (database) =>
    database
      .prepare(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 120000)
         insert into audit_entry (organization_id, seq, at, actor_type, actor_label, action, object_type, object_id,
           object_label, previous_hash, hash)
         select ?, 1000 + i, i, 'user', 'ada@example.com', 'member.signed_in', 'member', 'mem_' || i, 'Ada',
           hex(randomblob(32)), hex(randomblob(200)) from n`,
      )
      .run(organizationId),
  );
}
