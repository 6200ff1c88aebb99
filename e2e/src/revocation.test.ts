import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
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

interface End {
  readonly what: string;
  readonly by: "the process that did it" | "another process on the same database";
  /** What whoever comes later is told. */
  readonly told: string;
  end(keyId: `key_${string}`): Promise<unknown>;
}

const revocation = {
  what: "a revocation",
  told: "401 key_revoked",
  end: (keyId: `key_${string}`) =>
    dashboard.keys.revoke.mutate({ organizationId, keyId, revocation: { reason: "compromised" } }),
} as const;

const suspension = {
  what: "a suspension",
  told: "403 organization_suspended",
  end: () => dashboard.instance.suspend.mutate({ organizationId, reason: "Unpaid" }),
} as const;

const apiOff = {
  what: "turning the API off",
  told: "403 api_access_disabled",
  end: () => dashboard.organizations.changeApiAccess.mutate({ organizationId, apiAccess: false }),
} as const;

const ends: readonly End[] = [revocation, suspension, apiOff].flatMap((end) => [
  { ...end, by: "the process that did it" },
  { ...end, by: "another process on the same database" },
]);

afterEach(async () => {
  await dashboard.instance.resume.mutate({ organizationId });
  await dashboard.instance.changeApiAccess.mutate({ organizationId, apiAccess: true });
});

describe("what ends access", () => {
  it.each(ends)(
    "$what is true when it returns: no request that starts later is accepted by $by",
    async ({ what, by, told, end }) => {
      const server = by === "the process that did it" ? first : second;
      const issued = await dashboard.keys.issue.mutate({
        organizationId,
        key: { name: `${what}: ${by}`, environment: "live" },
      });
      const stop = hammer(server, issued.token);
      await sleep(500);
      await end(issued.key.id);
      const endedAt = performance.now();
      await sleep(500);
      const shots = await stop();

      const before = shots.filter(({ startedAt }) => startedAt < endedAt);
      const after = shots.filter(({ startedAt }) => startedAt >= endedAt);
      expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(connections);
      expect(after.length).toBeGreaterThan(connections);
      expect(new Set(after.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set([told]));
    },
  );
});
