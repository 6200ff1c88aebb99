// What a seal costs: CPU to issue a key, to find one that is not remembered, and to find one that is, with a seal and
// without, in turns.
import { createSecretKey, hash, randomBytes } from "node:crypto";
import { builtInScopeRules, createId, createOrganization, issue, type Desk } from "@katkey/keys";
import {
  createSqliteKeyStore,
  createSqliteTenancyStore,
  keysMigrations,
  keysSealed,
  openDatabase,
  type Sealing,
} from "@katkey/keys/sqlite";
import { medianOf, temporaryDirectory } from "./measure.ts";

/** More than a store remembers. */
const keys = 12_000;
const rounds = 9;
const now = Date.now();

const sealing: Sealing = {
  keys: { current: createSecretKey(randomBytes(32)), earlier: [] },
  tables: keysSealed,
  migrations: keysMigrations,
  onBroken: (table) => {
    throw new Error(`A row of ${table} is not what was sealed.`);
  },
};

async function filled(more: { readonly sealing?: Sealing }) {
  const path = `${temporaryDirectory()}/katkey.db`;
  const database = openDatabase({ path, migrations: keysMigrations, now, ...more });
  const desk: Desk = {
    store: createSqliteKeyStore(database),
    tenancy: createSqliteTenancyStore(database),
    random: randomBytes,
    brand: "kat",
    scopes: builtInScopeRules,
  };
  const context = { now, address: null, requestId: null };
  const owner = { userId: createId("usr", now, randomBytes), email: "olivia@example.com" };
  const created = { name: "Acme", plan: "enterprise", owner, ...context } as const;
  const { organization, member } = await createOrganization(desk, created);
  const actor = { type: "member", ...owner, memberId: member.id, role: "owner" } as const;
  const act = { organizationId: organization.id, actor, ...context };
  const secrets: { readonly publicKeyId: string; readonly hash: Uint8Array }[] = [];
  const microseconds = await cpuOf(keys, async (i) => {
    const request = { name: `Key ${i}`, note: null, environment: "live", expiresAt: null } as const;
    const { key, token } = await issue(desk, act, { ...request, scopes: ["products:read"] });
    secrets.push({ publicKeyId: key.secrets[0].publicKeyId, hash: hash("sha256", token, "buffer") });
  });
  return { store: desk.store, secrets, microseconds };
}

type Filled = Awaited<ReturnType<typeof filled>>;

/** Microseconds of CPU for each. */
async function cpuOf(times: number, work: (i: number) => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i += 1) await work(i);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

function finding({ store, secrets }: Filled, among: number): Promise<number> {
  return cpuOf(keys, async (i) => {
    const wanted = secrets[i % among];
    const found = wanted && (await store.findSecret(wanted.publicKeyId, wanted.hash));
    if (found?.publicKeyId !== wanted?.publicKeyId) throw new Error("A key was not found.");
  });
}

/** Each against the other in turns, because the machine is never the same for long. */
async function compared(name: string, [plain, sealed]: readonly [Filled, Filled], among: number) {
  const each: { plain: number; sealed: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    each.push({ plain: await finding(plain, among), sealed: await finding(sealed, among) });
  }
  const ratio = medianOf(each.map((one) => one.sealed / one.plain));
  console.log(`${name.padEnd(34)} ${ratio.toFixed(2)} times`);
}

const pair = [await filled({}), await filled({ sealing })] as const;
const issuing = pair[1].microseconds / pair[0].microseconds;
console.log(`${"to issue a key".padEnd(34)} ${issuing.toFixed(2)} times`);
await compared("to find one that is not remembered", pair, keys);
await compared("to find one that is remembered", pair, 100);
