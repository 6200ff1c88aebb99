// How long GET /v1/usage takes when ten million requests were counted over 90 days: over HTTP, for every
// granularity and group, against /healthz of the same server in the same run.
import { join } from "node:path";
import { openDatabase, usageMigrations } from "@katkey/keys/sqlite";
import { fileTallies, type Counted } from "./file-tallies.ts";
import { seed, startServer } from "./installation.ts";
import { medianOf, quantileOf, temporaryDirectory } from "./measure.ts";

const requests = 10_000_000;
const days = 90;
const keys = 20;
const rounds = 30;
const routes = [
  "GET /v1/products",
  "GET /v1/products/{id}",
  "POST /v1/products",
  "GET /v1/user",
  "GET /v1/usage",
];
const statusClasses = [2, 4];
const hourMs = 3_600_000;

/** Spread evenly over hours, keys, routes and classes of status. */
function* countedOf(
  organizationId: Counted["organizationId"],
  issued: Awaited<ReturnType<typeof seed>>["issued"],
): Iterable<Counted> {
  const rows = days * 24 * keys * routes.length * statusClasses.length;
  const now = Math.floor(Date.now() / hourMs);
  let left = requests;
  let row = 0;
  for (let hour = now - days * 24 + 1; hour <= now; hour += 1) {
    for (const { key } of issued) {
      for (const route of routes) {
        for (const statusClass of statusClasses) {
          row += 1;
          const count = row === rows ? left : Math.floor(requests / rows);
          left -= count;
          const publicKeyId = key.secrets[0].publicKeyId;
          yield { organizationId, hour, keyId: key.id, publicKeyId, route, statusClass, requests: count };
        }
      }
    }
  }
}

async function timesOf(url: string, token?: string): Promise<{ milliseconds: number[]; bytes: number }> {
  const milliseconds: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const answer = await fetch(url, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    const text = await answer.text();
    if (round > 0) milliseconds.push(performance.now() - started);
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    bytes = text.length;
  }
  return { milliseconds, bytes };
}

const directory = temporaryDirectory();
const { organizationId, issued } = await seed(directory, { keys });
const path = join(directory, "usage.db");
const database = openDatabase({ path, migrations: usageMigrations, now: Date.now(), durability: "normal" });
fileTallies(database, countedOf(organizationId, issued));

const server = await startServer(directory);
const token = issued[0]?.token ?? "";
const floor = medianOf((await timesOf(`${server.origin}/healthz`)).milliseconds);
console.log(`/healthz: median ${floor.toFixed(2)} ms`);
const from = new Date(Date.now() - (days - 1) * 24 * hourMs).toISOString();
let slowest = 0;
for (const granularity of ["hour", "day", "month"]) {
  for (const group of ["none", "key", "route", "status", "cause"]) {
    const url = `${server.origin}/v1/usage?granularity=${granularity}&group_by=${group}&from=${from}`;
    const { milliseconds, bytes } = await timesOf(url, token);
    const [median, late] = [medianOf(milliseconds), quantileOf(milliseconds, 0.95)];
    slowest = Math.max(slowest, late);
    const figures = `median ${median.toFixed(1)} ms, 95% within ${late.toFixed(1)} ms, ${bytes} bytes`;
    console.log(
      `by ${granularity}, group_by=${group}: ${figures}, ${(median / floor).toFixed(1)} of /healthz`,
    );
  }
}
console.log(`the slowest of the fifteen: 95% within ${slowest.toFixed(1)} ms`);
await server.stop();
