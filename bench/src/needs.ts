// How long the answer takes to what needs somebody in an organization of 50,000 keys, and how long it holds up
// everything else at a time, against counting the keys of the same organization in the same run.
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { identityMigrations } from "@katkey/identity";
import { monthOf, whatNeedsYou } from "@katkey/keys";
import {
  createSqliteKeyStore,
  createSqliteUsageLog,
  keysMigrations,
  openDatabase,
  usageMigrations,
} from "@katkey/keys/sqlite";
import { seed } from "./installation.ts";
import { medianOf, quantileOf, temporaryDirectory } from "./measure.ts";

const keys = 50_000;
const rounds = 30;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = Date.now();
const madeAt = now - 200 * dayMs;

/** Of a hundred keys one leaked, one expires, one is rotating, two are unused; the hundredth part's member lost rights. */
function fill(directory: string): void {
  const database = new Sqlite(join(directory, "katkey.db"));
  database.prepare("update member set role = 'owner'").run();
  database
    .prepare(
      `insert into member select 'mem_2', organization_id, 'usr_2', 'member', joined_at, null from member limit 1`,
    )
    .run();
  const first = database.prepare("select id from api_key").pluck().get();
  const addKey = database.prepare(
    `insert into api_key (id, organization_id, name, name_folded, environment, scopes, addresses, expires_at,
       responsible_member_id, created_at, created_by_type, created_by_label)
     select @id, organization_id, @id, @id, environment, scopes, addresses, @expiresAt,
       iif(@curtailed, 'mem_2', responsible_member_id), @madeAt, 'system', 'bench' from api_key where id = @first`,
  );
  const addSecret = database.prepare(
    `insert into key_secret (public_key_id, organization_id, key_id, hash, hint, created_at, retires_at, exposed_at)
     select @secret, organization_id, @id, hash, hint, @createdAt, @retiresAt, @exposedAt
     from key_secret where key_id = @first`,
  );
  database.transaction(() => {
    for (let i = 1; i < keys; i += 1) {
      const id = `key_000000${String(i).padStart(16, "0")}`;
      const one = (remainder: number) => i % 100 === remainder;
      const curtailed = one(1) ? 1 : 0;
      addKey.run({ first, id, madeAt, curtailed, expiresAt: one(2) ? now + dayMs : null });
      const secret = { first, id, createdAt: madeAt, exposedAt: one(3) ? now : null, retiresAt: null };
      if (one(4)) addSecret.run({ ...secret, secret: `old${i}`, retiresAt: now + dayMs });
      addSecret.run({ ...secret, secret: `new${i}`, createdAt: one(4) ? now - 2 * dayMs : madeAt });
    }
  })();
  database.close();
}

/** All but two of a hundred were used a moment ago. */
function fillUsage(directory: string, organizationId: string) {
  const path = join(directory, "usage.db");
  const database = openDatabase({ path, migrations: usageMigrations, now });
  const insert = database.prepare(
    `insert into secret_use values (@secret, @organizationId, @id, @now, '192.0.2.1', 'curl/8.5.0', 'GET',
       '/v1/products', 200, 7, 0)`,
  );
  const sum = database.prepare(
    `insert into usage_sum (organization_id, granularity, group_by, start, "group", environment, served, refused, failed)
     values (@organizationId, 'month', 'key', @start, @id, 'live', 7, 0, 0)`,
  );
  const months = [now, now - 31 * dayMs].map((time) => Date.parse(`${monthOf(time)}-01`) / hourMs);
  database.transaction(() => {
    for (let i = 1; i < keys; i += 1) {
      if (i % 100 === 5 || i % 100 === 6) continue;
      const id = `key_000000${String(i).padStart(16, "0")}`;
      insert.run({ secret: `new${i}`, organizationId, id, now });
      for (const start of months) sum.run({ organizationId, start, id });
    }
  })();
  return createSqliteUsageLog(database, console.error);
}

/** How long the event loop was held up at most while something ran. */
async function heldUpBy(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const tick = () => {
    const at = performance.now();
    longest = Math.max(longest, at - last);
    last = at;
    if (running) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  running = false;
  return longest;
}

const directory = temporaryDirectory();
const { organizationId } = await seed(directory, { keys: 1 });
fill(directory);
const migrations = [...keysMigrations, ...identityMigrations];
const database = openDatabase({ path: join(directory, "katkey.db"), migrations, now });
const store = createSqliteKeyStore(database);
const usage = fillUsage(directory, organizationId);
const actor = {
  type: "member",
  userId: "usr_1",
  email: "olivia@example.com",
  memberId: "mem_1",
  role: "owner",
} as const;
const act = { organizationId, actor, now, address: null, requestId: null };
const ask = () => whatNeedsYou({ store, usage }, act, 5);

const times = { counting: new Array<number>(), asking: new Array<number>(), heldUp: new Array<number>() };
for (let round = 0; round <= rounds; round += 1) {
  const started = performance.now();
  await store.countInUse(organizationId, now);
  const counted = performance.now();
  await ask();
  times.counting.push(counted - started);
  times.asking.push(performance.now() - counted);
  times.heldUp.push(await heldUpBy(ask));
}
for (const { reason, count } of await ask()) console.log(`${reason}: ${count} keys`);
console.log(`counting ${keys} keys: median ${medianOf(times.counting).toFixed(1)} ms`);
console.log(
  `what needs somebody: median ${medianOf(times.asking).toFixed(1)} ms, 95% within ${quantileOf(times.asking, 0.95).toFixed(1)} ms`,
);
console.log(`the longest that anything waited for it: median ${medianOf(times.heldUp).toFixed(1)} ms`);
usage.close();
database.close();
