import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import {
  getUser,
  isBrokenConnection,
  openDashboard,
  unattended,
  type Dashboard,
} from "./harness/dashboard.ts";
import { liftCaps, withDatabase } from "./harness/database.ts";
import { startServer, temporaryDirectory, type RunningServer } from "./harness/server.ts";

const rounds = 20;
const writers = 4;

/** What one key was acknowledged to be. */
interface Acknowledged {
  token: string;
  secrets: number;
  revoked: boolean;
  /** A change of it was under way when the server died: it may have happened. */
  unsure: boolean;
}

type Journal = Map<string, Acknowledged>;

/** Issues, rotates and revokes until the server is gone, and keeps book of what it was told. */
async function storm(dashboard: Dashboard, organizationId: `org_${string}`, journal: Journal): Promise<void> {
  for (let i = 0; ; i += 1) {
    const key = { name: `Storm ${journal.size} ${i} ${Math.random()}`, environment: "live" } as const;
    const issued = await dashboard.keys.issue.mutate({ organizationId, key });
    const keyId = issued.key.id;
    const known = { token: issued.token, secrets: 1, revoked: false, unsure: true };
    journal.set(keyId, known);
    if (i % 3 > 0) {
      const rotation = { overlapSeconds: 60, replaces: issued.key.secrets[0]?.publicKeyId ?? "" };
      const rotated = await dashboard.keys.rotate.mutate({ organizationId, keyId, rotation });
      Object.assign(known, { token: rotated.token, secrets: 2 });
    }
    if (i % 3 > 1) {
      await dashboard.keys.revoke.mutate({ organizationId, keyId, revocation: { reason: "unused" } });
      known.revoked = true;
    }
    known.unsure = false;
  }
}

async function expectWholeChain(dashboard: Dashboard, organizationId: `org_${string}`): Promise<void> {
  let cursor: { readonly seq: number; readonly hash: string } | undefined;
  for (;;) {
    const check = await dashboard.audit.verify.query({ organizationId, ...(cursor && { cursor }) });
    if (!check.intact)
      throw new Error(`The chain is broken at entry ${check.firstBrokenSeq}: ${check.fault}`);
    if (check.entries === check.length) return;
    cursor = { seq: check.entries, hash: check.head };
  }
}

/** One entry for each change and one change for each entry, and a database that is whole. */
function expectWholeDatabase(server: RunningServer): void {
  const counted = withDatabase(server, (database) => {
    const count = (sql: string) => database.prepare(sql).pluck().get();
    const entries = (action: string) =>
      count(`select count(*) from audit_entry where action = 'key.${action}'`);
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return {
      issued: [count("select count(*) from api_key"), entries("issued")],
      rotated: [
        count("select (select count(*) from key_secret) - (select count(*) from api_key)"),
        entries("rotated"),
      ],
      revoked: [count("select count(*) from api_key where revoked_at is not null"), entries("revoked")],
    };
  });
  for (const [change, [rows, entries]] of Object.entries(counted)) expect(rows, change).toBe(entries);
}

async function expectAcknowledged(server: RunningServer, journal: Journal): Promise<void> {
  for (const [keyId, known] of journal) {
    const state = withDatabase(server, (database) =>
      database
        .prepare<[string], { revoked: number; secrets: number }>(
          "select revoked_at is not null as revoked, (select count(*) from key_secret where key_id = id) as secrets from api_key where id = ?",
        )
        .get(keyId),
    );
    expect(state?.secrets, keyId).toBeGreaterThanOrEqual(known.secrets);
    expect(state?.revoked, keyId).toBeGreaterThanOrEqual(known.revoked ? 1 : 0);
    if (known.unsure) continue;
    expect(state, keyId).toEqual({ revoked: known.revoked ? 1 : 0, secrets: known.secrets });
    const answer = await getUser(server, known.token);
    expect(answer.status, keyId).toBe(known.revoked ? 401 : 200);
    await answer.arrayBuffer();
  }
}

it("killed in a storm of changes, it has every acknowledged one, each with one audit entry, and is back", async ({
  annotate,
}) => {
  const dataDir = temporaryDirectory();
  let server = await startServer({ dataDir, env: unattended });
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  liftCaps(server);
  let changes = 0;
  let slowest = 0;

  for (let round = 0; round < rounds; round += 1) {
    const journal: Journal = new Map();
    const dashboard = await openDashboard(server);
    const storms = Array.from({ length: writers }, () =>
      storm(dashboard, organizationId, journal).catch((error: unknown) => {
        // A connection that broke is what is expected; a refusal is not.
        if (!isBrokenConnection(error)) throw error;
      }),
    );
    await sleep(150 + Math.random() * 500);
    await server.kill();
    await Promise.all(storms);

    const restartedAt = performance.now();
    server = await startServer({ dataDir, env: unattended });
    slowest = Math.max(slowest, performance.now() - restartedAt);

    await expectAcknowledged(server, journal);
    expectWholeDatabase(server);
    await expectWholeChain(await openDashboard(server), organizationId);
    changes += [...journal.values()].reduce(
      (sum, { secrets, revoked }) => sum + secrets + Number(revoked),
      0,
    );
  }
  await annotate(
    `${rounds} kills, ${changes} acknowledged changes, 0 lost; ready again after ${Math.round(slowest)} ms at most`,
  );
});
