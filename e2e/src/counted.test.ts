import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { countedUses } from "./harness/counted-uses.ts";
import { openDashboard, unattended } from "./harness/dashboard.ts";
import { liftCaps, withDatabase } from "./harness/database.ts";
import { startServer, temporaryDirectory, type RunningServer } from "./harness/server.ts";

const rounds = 10;
const keys = 8;
const connectionsPerKey = 8;
const perSecond = 4_000;
/** What is served, and what is not: both count. */
const paths = ["/v1/user", "/v1/keys?limit=1", "/v1/nowhere", "/v1/keys/key_0"];

/** What one key was told: answers that came whole, and requests that the kill cut off. */
interface Told {
  readonly keyId: string;
  readonly token: string;
  answered: number;
  cutOff: number;
}

const answeredIn = (all: readonly Told[]) => all.reduce((sum, { answered }) => sum + answered, 0);

/** Asks at its share of the rate, on a connection of its own, until the server is gone. */
async function ask(server: RunningServer, told: Told): Promise<void> {
  const connection = open(server);
  const pauseMs = (1_000 * keys * connectionsPerKey) / perSecond;
  const start = performance.now();
  for (let i = 0; await connection.get(paths[i % paths.length] ?? "", told.token); i += 1) {
    told.answered += 1;
    const early = start + (i + 1) * pauseMs - performance.now();
    if (early > 0) await sleep(early);
  }
  told.cutOff += 1;
}

/** Asks what was counted, again and again, until the server is gone. */
async function askForUsage(server: RunningServer, token: string): Promise<void> {
  const connection = open(server);
  while (await connection.get("/v1/usage", token)) await sleep(Math.random() * 50);
}

/** No more of HTTP than this test needs: a real client could not ask so often beside the server. */
function open(server: RunningServer) {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  let received = "";
  let answer = Promise.withResolvers<boolean>();
  socket.on("error", () => {}).on("close", () => answer.resolve(false));
  socket.on("data", (text) => {
    received += text;
    if (isWhole(received)) answer.resolve(true);
  });
  return {
    /** `false` when the connection broke before the whole answer came. */
    get(path: string, token: string): Promise<boolean> {
      if (socket.destroyed) return Promise.resolve(false);
      received = "";
      answer = Promise.withResolvers();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
      return answer.promise;
    },
  };
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n\r\n");
  const length = /content-length: (\d+)/i.exec(answer)?.[1];
  return end !== -1 && answer.length >= end + 4 + Number(length);
}

/** By key: by what was counted, and by the last uses. */
function countedIn(server: Pick<RunningServer, "dataDir">): ReadonlyMap<string, readonly [number, number]> {
  return withDatabase(
    server,
    (database) => {
      expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
      return countedUses(database);
    },
    "usage.db",
  );
}

it("killed under 2,000 requests a second, it has counted every answered request once", async ({
  annotate,
}) => {
  const dataDir = temporaryDirectory();
  let server = await startServer({ dataDir, env: unattended });
  const dashboard = await openDashboard(server);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Acme" });
  liftCaps(server);
  const all: Told[] = [];
  for (let i = 0; i < keys; i += 1) {
    const issued = await dashboard.keys.issue.mutate({
      organizationId,
      key: { name: `Key ${i}`, environment: "live" },
    });
    all.push({ keyId: issued.key.id, token: issued.token, answered: 0, cutOff: 0 });
  }
  const watcher = await dashboard.keys.issue.mutate({
    organizationId,
    key: { name: "Watcher", environment: "live" },
  });
  const rates: number[] = [];

  for (let round = 0; round < rounds; round += 1) {
    const asking = all.flatMap((told) => Array.from({ length: connectionsPerKey }, () => ask(server, told)));
    // Each of these files what waits, so that the kill comes in the middle of it, too.
    const questions = askForUsage(server, watcher.token);
    await sleep(700 + Math.random() * 700);
    const [before, since] = [answeredIn(all), performance.now()];
    await sleep(400);
    rates.push((answeredIn(all) - before) / ((performance.now() - since) / 1_000));
    await server.kill();
    await Promise.all([...asking, questions]);

    const counted = countedIn(server);
    for (const { keyId, answered, cutOff } of all) {
      const [requests = 0, uses = 0] = counted.get(keyId) ?? [];
      expect(requests, "an answered request is not counted").toBeGreaterThanOrEqual(answered);
      expect(requests, "a request is counted twice").toBeLessThanOrEqual(answered + cutOff);
      expect(uses, "the last use counts otherwise").toBe(requests);
    }
    server = await startServer({ dataDir, env: unattended });
  }

  const { token, keyId } = all[0] ?? { token: "", keyId: "" };
  const url = server.url("/v1/usage?granularity=month&group_by=key");
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const { data } = await answer.json();
  const served = data.filter(({ group }: { group: string }) => group === keyId);
  const total = served.reduce((sum: number, bucket: { served: number }) => sum + bucket.served, 0);
  // Its own request is counted when it is answered.
  expect(countedIn(server).get(keyId)?.[0]).toBe(total + 1);

  await annotate(
    `${rounds} kills, ${answeredIn(all)} answered requests, at the kill ${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))} a second, none uncounted, none counted twice`,
  );
});
