import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBanCheck, createPeople } from "@katkey/identity";
import {
  acceptInvitation,
  createOrganization,
  createScopeRules,
  installation,
  invite,
  resume,
  suspend,
  type ChainId,
} from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";
import { prepareRestored } from "./prepare-restored.ts";
import { schema } from "./schema.ts";

const noon = Date.UTC(2026, 10, 21, 12);
const circumstances = { now: noon, address: null, requestId: null };
const mallory = { id: "usr_2", email: "mallory@example.com" } as const;

/**
 * An installation that was backed up, after which its operator has banned a member of an organization. `hasOwnLog`: its
 * own log had begun before.
 */
async function aBanAfterABackup({ hasOwnLog = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "katkey-restored-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const open = (name: string, migrations = schema["katkey.db"]) => {
    const database = sqlite.openDatabase({ path: join(folder, name), migrations, now: noon });
    onTestFinished(() => void database.close());
    return database;
  };
  const database = open("katkey.db");
  database.exec(`
    insert into user (id, name, email, email_verified, created_at, updated_at, operator)
      values ('usr_1', 'Ada', 'ada@example.com', 1, 0, 0, 1), ('usr_2', 'M', '${mallory.email}', 1, 0, 0, 0)`);
  const scopes = createScopeRules([]);
  const desk = {
    tenancy: sqlite.createSqliteTenancyStore(database),
    store: sqlite.createSqliteKeyStore(database, scopes),
    random: randomBytes,
    brand: "kat",
    scopes,
  };
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  const { organization, member } = await createOrganization(desk, {
    name: "Acme",
    plan: "standard",
    owner,
    ...circumstances,
  });
  const actor = { type: "member", ...owner, memberId: member.id, role: "owner" } as const;
  const act = { ...circumstances, organizationId: organization.id, actor };
  const { token } = await invite(desk, act, { email: mallory.email, role: "member" });
  await acceptInvitation(desk, { ...circumstances, token, user: mallory });

  const people = createPeople(database, sqlite.createSqlitePersonLog(database));
  const atTheShell = { ...circumstances, actor: { type: "shell", command: "katkey" } } as const;
  if (hasOwnLog) {
    await people.ban(atTheShell, mallory.id);
    await people.unban(atTheShell, mallory.id);
  }
  database.exec(`vacuum into '${join(folder, "copy.db")}'`);
  await people.ban(atTheShell, mallory.id);

  const audit = sqlite.createSqliteAuditLog(database);
  const exportOf = async (...chains: readonly ChainId[]) => {
    const path = join(folder, `${chains.join("-")}.jsonl`);
    const logs = await Promise.all(
      chains.map((chain) => audit.list(chain, { limit: 100, oldestFirst: true })),
    );
    const entries = logs.flatMap(({ items }) => items);
    writeFileSync(path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    return path;
  };
  const copy = {
    database: open("copy.db"),
    usage: sqlite.createSqliteUsageLog(open("usage.db", schema["usage.db"]), () => {}),
    close() {},
  };
  const restored = async (...paths: readonly string[]) => {
    const { logs } = await prepareRestored(copy, {
      config: { tokenBrand: "kat", ownScopes: [] },
      exports: paths,
      keepSessions: false,
      madeAt: noon,
      now: noon,
      command: "katkey restore",
    });
    return {
      told: logs.flatMap(({ reapplied }) =>
        reapplied.map(({ entry, outcome }) => `${entry.action} ${outcome}`),
      ),
      isBanned: createBanCheck(copy.database)(mallory.id),
    };
  };
  return {
    organization: organization.id,
    exportOf,
    restored,
    suspend: () => suspend(desk, { ...atTheShell, organizationId: organization.id }, "unpaid"),
    resume: () => resume(desk, { ...atTheShell, organizationId: organization.id }),
    isSuspended: () => copy.database.prepare("select suspended_at from organization").pluck().get() !== null,
  };
}

it("bans nobody on the word of an organization's log, which whoever has an export of it can make up", async () => {
  const { organization, exportOf, restored } = await aBanAfterABackup();
  expect(await restored(await exportOf(organization))).toEqual({
    told: ["member.banned by_hand"],
    isBanned: false,
  });
});

it("bans again whom the installation's log says is banned, wherever it stands among the exports", async () => {
  const { organization, exportOf, restored } = await aBanAfterABackup();
  expect(await restored(await exportOf(organization, installation))).toEqual({
    told: ["person.banned done", "member.banned already"],
    isBanned: true,
  });
});

it("lets a suspension end on an operator's word, whose export has the installation's log, and on no other", async () => {
  const { organization, exportOf, restored, ...made } = await aBanAfterABackup({ hasOwnLog: true });
  await made.suspend();
  const genuine = await exportOf(installation, organization);
  await made.resume();
  // As its admins could have made it up, behind what an operator took out before.
  const { told } = await restored(genuine, await exportOf(organization));
  expect(told).toEqual(["person.banned done", "member.banned already", "organization.suspended done"]);
  expect(made.isSuspended()).toBe(true);
});

it.each([
  [true, "already"],
  // Whoever has never seen the installation's log could have begun it.
  [false, "done"],
])("knows an operator's export by where the installation's log ended: %s, %s", async (hasOwnLog, outcome) => {
  const { organization, exportOf, restored, ...made } = await aBanAfterABackup({ hasOwnLog });
  await made.suspend();
  await made.resume();
  const { told } = await restored(await exportOf(installation, organization));
  expect(told).toContain(`organization.suspended ${outcome}`);
  expect(made.isSuspended()).toBe(outcome === "done");
});
