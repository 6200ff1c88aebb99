import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { openDashboard, unattended } from "./harness/dashboard.ts";
import { liftCaps, withDatabase } from "./harness/database.ts";
import { startServer, temporaryDirectory, type RunningServer } from "./harness/server.ts";

const rounds = 8;
const writers = 8;

/** A request that is to be done once. */
interface Errand {
  readonly path: string;
  readonly body: object;
  readonly value: string;
}

async function aServerWithKey() {
  const dataDir = temporaryDirectory();
  const server = await startServer({ dataDir, env: unattended });
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  const issue = (name: string) =>
    dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });
  const { token } = await issue("Errands");
  liftCaps(server);
  const restart = () => startServer({ dataDir, env: unattended });
  return { server, token, issue, restart };
}

/** `null` when the connection broke. */
async function send(server: RunningServer, token: string, { path, body, value }: Errand) {
  try {
    const answer = await fetch(server.url(path), {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": value,
      },
      body: JSON.stringify(body),
    });
    const replayed = answer.headers.get("idempotency-replayed");
    return { status: answer.status, replayed, body: await answer.json() };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const count = (server: RunningServer, sql: string, value: string) =>
  withDatabase(server, (database) => database.prepare(sql).pluck().get(value));

const products = "select count(*) from product where name = ?";
const keys = "select count(*) from api_key where name = ?";
const secrets = "select count(*) from key_secret where key_id = ?";

async function until(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!isDone()) {
    if (performance.now() > deadline) throw new Error("it did not come about");
    await sleep(10);
  }
}

it("killed between the commit and the answer, it makes nothing a second time", async () => {
  const { server, token, issue, restart } = await aServerWithKey();
  const { key } = await issue("Rotated");
  const value = randomUUID();
  const made = [
    { path: "/v1/products", body: { name: "Lamp" }, sql: products, of: "Lamp", count: 1, status: 201 },
    {
      path: "/v1/keys",
      body: { name: "Issued", environment: "live" },
      sql: keys,
      of: "Issued",
      count: 1,
      status: 201,
    },
    {
      path: `/v1/keys/${key.id}/rotate`,
      body: { overlapSeconds: 60 },
      sql: secrets,
      of: key.id,
      count: 2,
      status: 200,
    },
  ];

  // No answer leaves before its request is counted: whoever writes there holds all answers back.
  const usage = new Sqlite(join(server.dataDir, "usage.db"));
  usage.exec("begin immediate");
  const answers = made.map((errand) => send(server, token, { ...errand, value }));
  await until(() => made.every((errand) => count(server, errand.sql, errand.of) === errand.count));
  await server.kill();
  usage.close();
  expect(await Promise.all(answers)).toEqual([null, null, null]);

  const restarted = await restart();
  for (const errand of made) {
    const again = await send(restarted, token, { ...errand, value });
    expect(again, errand.path).toMatchObject({ status: errand.status, replayed: "true" });
    expect(again?.body.token ?? null, errand.path).toBeNull();
    expect(count(restarted, errand.sql, errand.of), errand.path).toBe(errand.count);
  }
});

it("killed in a storm of requests that are to be done once, it has done each once when all are sent again", async ({
  annotate,
}) => {
  const { server: first, token, restart } = await aServerWithKey();
  let server = first;
  const [sent, lost] = [new Map<string, string>(), new Set<string>()];

  const storm = async (at: RunningServer) => {
    for (;;) {
      const value = randomUUID();
      const answer = await send(at, token, { path: "/v1/products", body: { name: value }, value });
      if (answer === null) {
        lost.add(value);
        return;
      }
      expect(answer.status).toBe(201);
      sent.set(value, answer.body.id);
    }
  };

  for (let round = 0; round < rounds; round += 1) {
    const storms = Array.from({ length: writers }, () => storm(server));
    await sleep(100 + Math.random() * 300);
    await server.kill();
    await Promise.all(storms);
    server = await restart();
  }

  let replays = 0;
  for (const value of [...sent.keys(), ...lost]) {
    const again = await send(server, token, { path: "/v1/products", body: { name: value }, value });
    expect(again?.status).toBe(201);
    if (sent.has(value)) expect(again).toMatchObject({ replayed: "true", body: { id: sent.get(value) } });
    if (lost.has(value) && again?.replayed === "true") replays += 1;
    expect(count(server, products, value)).toBe(1);
  }
  await annotate(
    `${rounds} kills: ${sent.size} answered and ${lost.size} cut off, of which ${replays} were done; each is there once`,
  );
});
