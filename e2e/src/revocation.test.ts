import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { getUser, openDashboard, unattended, type Dashboard } from "./harness/dashboard.ts";
import { liftCaps } from "./harness/database.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

const connections = 50;

let first: RunningServer;
let second: RunningServer;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

beforeAll(async () => {
  first = await startServer({ env: unattended });
  second = await startServer({ dataDir: first.dataDir });
  dashboard = await openDashboard(first);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  liftCaps(first);
});

interface Shot {
  readonly startedAt: number;
  readonly status: number;
  readonly code: string | null;
}

/** Calls with the token over 50 connections until told to stop. */
function hammer(server: RunningServer, token: string) {
  const shots: Shot[] = [];
  let stopped = false;
  const gun = async () => {
    while (!stopped) {
      const startedAt = performance.now();
      const answer = await getUser(server, token);
      const { code = null } = await answer.json();
      shots.push({ startedAt, status: answer.status, code });
    }
  };
  const guns = Promise.all(Array.from({ length: connections }, gun));
  return async () => {
    stopped = true;
    await guns;
    return shots;
  };
}

describe("a revocation", () => {
  it.each([
    ["the process that revoked it", () => first],
    ["another process on the same database", () => second],
  ])("is true when it returns: no request that starts later is accepted by %s", async (_, server) => {
    const issued = await dashboard.keys.issue.mutate({
      organizationId,
      key: { name: `Hammered ${server().origin}`, environment: "live" },
    });
    const stop = hammer(server(), issued.token);
    await sleep(500);
    await dashboard.keys.revoke.mutate({
      organizationId,
      keyId: issued.key.id,
      revocation: { reason: "compromised" },
    });
    const revokedAt = performance.now();
    await sleep(500);
    const shots = await stop();

    const before = shots.filter(({ startedAt }) => startedAt < revokedAt);
    const after = shots.filter(({ startedAt }) => startedAt >= revokedAt);
    expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(connections);
    expect(after.length).toBeGreaterThan(connections);
    expect(new Set(after.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(["401 key_revoked"]),
    );
  });
});
