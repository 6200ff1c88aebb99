// How long GET /v1/keys takes in an organization of 50,000 keys, of the server's time and of the caller's: over HTTP,
// for each filter, order and search, whether it finds many keys or none, and how long other requests wait while a
// search looks through all of them.
import { join } from "node:path";
import { openDatabase, usageMigrations } from "@katkey/keys/sqlite";
import Sqlite from "better-sqlite3";
import { seed, startServer } from "./installation.ts";
import { medianOf, quantileOf, temporaryDirectory } from "./measure.ts";

const keys = 50_000;
const rounds = 12;
const dayMs = 86_400_000;

/** One key in a hundred has ended, is for tests, expires or leaked; each has a note. No name says when its key was made. */
function rowOf(i: number, now: number) {
  const number = String(i).padStart(16, "0");
  const one = (remainder: number) => i % 100 === remainder;
  return {
    id: `key_000000${number}`,
    name: `Integration ${(i * 7_919) % keys} of somebody`,
    note: `Runs on host ${i}, asked for by the people of warehouse ${i % 50}.`,
    environment: one(0) ? "test" : "live",
    scopes: one(1) ? '["billing:read"]' : '["products:read","products:write","usage:read"]',
    expiresAt: one(2) ? now + dayMs : one(3) ? now - dayMs : null,
    revokedAt: one(4) ? now : null,
    revokedReason: one(4) ? "unused" : null,
    secret: number,
    hint: number.slice(-4),
    exposedAt: one(5) ? now : null,
  };
}

/** All keys but two were used, so that whoever looks for one that never was has to look at all of them. */
function fill(directory: string): void {
  const database = new Sqlite(join(directory, "katkey.db"));
  const usage = openDatabase({
    path: join(directory, "usage.db"),
    migrations: usageMigrations,
    now: Date.now(),
  });
  const now = Date.now();
  const first = database.prepare("select id from api_key").pluck().get();
  const copyKey = database.prepare(`
    insert into api_key (id, organization_id, name, name_folded, note, note_folded, environment, scopes, addresses,
        expires_at, responsible_member_id, created_at, created_by_type, created_by_id, created_by_label,
        revoked_at, revoked_reason)
      select @id, organization_id, @name, lower(@name), @note, lower(@note), @environment, @scopes, addresses,
        @expiresAt, responsible_member_id, created_at, created_by_type, created_by_id, created_by_label,
        @revokedAt, @revokedReason from api_key where id = @first`);
  const copySecret = database.prepare(`
    insert into key_secret (public_key_id, organization_id, key_id, hash, hint, created_at, exposed_at)
      select @secret, organization_id, @id, hash, @hint, created_at, @exposedAt
      from key_secret where key_id = @first`);
  const use = usage.prepare(`
    insert into secret_use (public_key_id, organization_id, key_id, at, address, user_agent, method, route, status,
        requests, requests_retiring)
      values (@secret, @organizationId, @id, @now, '192.0.2.1', 'curl', 'GET', '/v1/user', 200, 1, 0)`);
  const organizationId = database.prepare("select id from organization").pluck().get();
  const rows = Array.from({ length: keys - 1 }, (_, i) => rowOf(i + 1, now));
  database.transaction(() => {
    for (const each of rows) {
      copyKey.run({ ...each, first });
      copySecret.run({ ...each, first });
    }
  })();
  usage.transaction(() => {
    for (const each of rows.slice(1)) use.run({ ...each, organizationId, now });
  })();
  database.close();
  usage.close();
}

async function timeOf(url: string, token?: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return performance.now() - started;
}

async function timesOf(url: string, token?: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) times.push(await timeOf(url, token));
  return times.slice(1);
}

const directory = temporaryDirectory();
const { issued } = await seed(directory, { keys: 1 });
fill(directory);
const token = issued[0]?.token ?? "";
const server = await startServer(directory);
const filters = [
  "",
  "status=active",
  "status=in_use",
  "status=rotating",
  "status=expired",
  "status=revoked",
  "environment=test",
  "exposed=true",
  "expiresInDays=14",
  "scope=billing:read",
  "scope=keys:read",
  "neverUsed=true",
  "neverUsed=true&status=in_use",
  "search=integration+49000",
  "search=warehouse+7",
  "search=nothing+that+is+there",
  "search=0000000000025000",
  "search=nothing+that+is+there&status=active&scope=usage:read",
  "status=active&limit=100",
];
const orders = ["", "sort=name", "sort=-name", "sort=expiresAt", "sort=-expiresAt"];
const queries = orders.flatMap((order) => filters.map((filter) => [filter, order].filter(Boolean).join("&")));
let [slowest, hardest] = [0, 0];
for (const query of queries) {
  const before = server.workedMs();
  const times = await timesOf(`${server.origin}/v1/keys?${query}`, token);
  const work = (server.workedMs() - before) / (rounds + 1);
  slowest = Math.max(slowest, medianOf(times));
  hardest = Math.max(hardest, work);
  const [fastest, median] = [0, 0.5].map((share) => quantileOf(times, share).toFixed(1));
  console.log(`?${query}: server ${work.toFixed(1)} ms; answer ${median} ms, the fastest ${fastest} ms`);
}
console.log(`at most: server ${hardest.toFixed(1)} ms, answer ${slowest.toFixed(1)} ms`);

const alone = await timesOf(`${server.origin}/healthz`);
const searches = { running: true };
const searched = timesOf(`${server.origin}/v1/keys?search=nothing+that+is+there`, token).finally(() => {
  searches.running = false;
});
const beside: number[] = [];
while (searches.running) beside.push(await timeOf(`${server.origin}/healthz`));
await searched;
const words = (times: readonly number[]) =>
  `median ${medianOf(times).toFixed(1)} ms, at most ${Math.max(...times).toFixed(1)} ms`;
console.log(`/healthz alone: ${words(alone)}; during searches: ${words(beside)}`);
await server.stop();
