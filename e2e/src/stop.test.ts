import { Agent, request } from "node:http";
import { expect, it } from "vitest";
import { npmStart, root } from "./harness/clone.ts";
import { openDashboard, unattended } from "./harness/dashboard.ts";
import { liftCaps } from "./harness/database.ts";
import { temporaryDirectory } from "./harness/server.ts";

const connections = 50;

interface Answer {
  readonly status: number;
  readonly hangsUp: boolean;
}

/** One connection that is kept for as long as the server keeps it. */
function connect(url: string, token: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        answer.once("error", reject).once("end", () => {
          resolve({ status, hangsUp: headers.connection === "close" });
        });
        answer.resume();
      });
      asked.once("error", reject).end();
    });
  return { ask, close: () => agent.destroy() };
}

/** Calls over many connections, each until it is refused a new one; everything else is kept as it came. */
function hammer(url: string, token: string) {
  const statuses: number[] = [];
  const failures: unknown[] = [];
  let warm = 0;
  let areWarm: () => void;
  const warmed = new Promise<void>((resolve) => (areWarm = resolve));

  const guns = Array.from({ length: connections }, async () => {
    let live = connect(url, token);
    for (let shots = 1; ; shots += 1) {
      try {
        const { status, hangsUp } = await live.ask();
        statuses.push(status);
        if (hangsUp) {
          live.close();
          live = connect(url, token);
        }
        if (shots === 20 && (warm += 1) === connections) areWarm();
      } catch (error) {
        live.close();
        if (!isRefusedConnection(error)) failures.push(error);
        return;
      }
    }
  });
  return { warmed, ended: Promise.all(guns).then(() => ({ statuses, failures })) };
}

function isRefusedConnection(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNREFUSED";
}

it("SIGTERM to npm under load fails no request and forgets no use", async ({ annotate }) => {
  const dataDir = temporaryDirectory();
  const server = await npmStart(root, { dataDir, env: unattended });
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  const { key, token } = await dashboard.keys.issue.mutate({
    organizationId,
    key: { name: "Under load", environment: "live" },
  });
  liftCaps(server);

  const address = server.url("/api/user").replace("localhost", "127.0.0.1");
  const { warmed, ended } = hammer(address, token);
  await warmed;
  const exitCode = await server.stop();
  const { statuses, failures } = await ended;
  expect(failures).toEqual([]);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(exitCode).toBe(0);

  const restarted = await npmStart(root, { dataDir });
  const again = await openDashboard(restarted);
  const { secrets } = await again.keys.get.query({ organizationId, keyId: key.id });
  expect(secrets[0]?.lastUse?.requests).toBe(statuses.length);
  await annotate(`${statuses.length} requests over ${connections} connections`);
});
