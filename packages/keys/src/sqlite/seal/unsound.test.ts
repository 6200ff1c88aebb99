import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { blockApp } from "../../apps/block-app.ts";
import { editApp } from "../../apps/edit-app.ts";
import { rotateAppSecret } from "../../apps/rotate-app-secret.ts";
import { unblockApp } from "../../apps/unblock-app.ts";
import { edit } from "../../keys/edit.ts";
import { endOverlap } from "../../keys/end-overlap.ts";
import { handOverMany } from "../../keys/hand-over-many.ts";
import { revoke } from "../../keys/revoke.ts";
import { rotate } from "../../keys/rotate.ts";
import { changeApiAccess } from "../../organizations/change-api-access.ts";
import { resume } from "../../organizations/resume.ts";
import { suspend } from "../../organizations/suspend.ts";
import { removeMember } from "../../organizations/remove-member.ts";
import { issueServiceToken } from "../../service-tokens/issue-service-token.ts";
import { revokeServiceToken } from "../../service-tokens/revoke-service-token.ts";
import { rotateServiceToken } from "../../service-tokens/rotate-service-token.ts";
import { verifyServiceToken } from "../../service-tokens/verify-service-token.ts";
import {
  aKey,
  aMember,
  anApp,
  anOperator,
  anOrganization,
  noon,
  openDesk,
  outcomeOf,
  type TestDesk,
} from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";
import { createSqliteAppStore } from "../apps/app-store.ts";
import { createSqliteKeyStore } from "../keys/key-store.ts";
import type { SealKeys } from "./mac.ts";
import { applySeals, checkSeals, renewSeals } from "./seal-rows.ts";
import { keysSealed } from "./sealed-table.ts";

const sealable = {
  keys: { current: createSecretKey(randomBytes(32)), earlier: [] },
  tables: keysSealed,
};

function aSealedDesk() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const desk = openDesk(path, [], { ...sealable, migrations: keysMigrations, onBroken() {} });
  const database = new Sqlite(path);
  onTestFinished(() => {
    desk.close();
    database.close();
    rmSync(folder, { recursive: true });
  });
  /** As somebody who can write to the file, past every law. */
  const tamper = (sql: string) => {
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from sqlite_schema where type = 'trigger'",
      )
      .all();
    database.pragma("foreign_keys = off");
    for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
    database.exec(sql);
    for (const trigger of triggers) database.exec(trigger.sql);
  };
  /** How a table is now, to be put back with the seals it has. */
  const copy = (...tables: readonly string[]) => {
    for (const table of tables)
      database.exec(`create temp table "old ${table}" as select * from main."${table}"`);
    const named = database.prepare<[string], string>("select name from pragma_table_info(?)").pluck();
    const columnsOf = (table: string) => named.all(table).join();
    return () =>
      tamper(
        tables
          .map(
            (table) => `delete from main."${table}";
            insert into main."${table}" (${columnsOf(table)}) select ${columnsOf(table)} from "old ${table}"`,
          )
          .join(";"),
      );
  };
  /** A process that is started now. */
  const start = (keys: SealKeys = sealable.keys) => {
    const options = { path, migrations: keysMigrations, now: noon, mustBeLatest: true };
    const sealing = { ...sealable, keys, migrations: keysMigrations, onBroken() {} };
    const started = openDatabase({ ...options, sealing });
    onTestFinished(() => void started.close());
    return started;
  };
  return { desk, database, tamper, copy, start };
}

const isLetIn = async (desk: TestDesk, token: string) =>
  (await verify(desk.store, token, { brand: "kat", now: noon })).valid;

const scopes = ["products:read"] as const;
const because = { reason: "unused", text: null } as const;

describe("what would be refused is not handed out, and nothing is recorded as done:", () => {
  it.each([
    ["its key", `update api_key set scopes = '["products:read","products:write"]'`],
    ["the secret that it replaces", "update key_secret set hash = randomblob(32)"],
    ["its organization", "update organization set plan = 'enterprise'"],
    ["its member", "update member set role = 'admin' where role = 'member'"],
    ["a seal that is gone", "delete from seal where sealed = 'api_key'"],
  ])("a new token of a key, where %s was changed", async (_, sql) => {
    const { desk, database, tamper } = aSealedDesk();
    const owner = await anOrganization(desk);
    const { act } = owner;
    const { memberId: responsibleMemberId } = (await aMember(desk, owner, "member")).act.actor;
    const { key } = await aKey(desk, act, { scopes });
    await edit(desk, act, { keyId: key.id, responsibleMemberId });
    const countAll = () =>
      database
        .prepare("select (select count(*) from audit_entry), (select count(*) from key_secret)")
        .raw()
        .get();
    const before = countAll();
    tamper(sql);
    expect(await outcomeOf(rotate(desk, act, { keyId: key.id, overlapSeconds: 60 }))).toBe("rows_unsound");
    expect(countAll()).toEqual(before);
    expect((await desk.store.findKey(act.organizationId, key.id))?.secrets).toHaveLength(1);
  });

  it("a new key, where its organization was changed", async () => {
    const { desk, tamper } = aSealedDesk();
    const { act } = await anOrganization(desk);
    tamper("update organization set plan = 'enterprise'");
    expect(await outcomeOf(aKey(desk, act, { scopes }))).toBe("rows_unsound");
    expect(await desk.store.listKeyIds(act.organizationId)).toEqual([]);
  });

  it("a change of a key, which would heal nothing", async () => {
    const { desk, tamper } = aSealedDesk();
    const { act } = await anOrganization(desk);
    const { key, token } = await aKey(desk, act, { scopes });
    tamper(`update api_key set scopes = '["products:read","products:write"]'`);
    const change = edit(desk, act, { keyId: key.id, addresses: ["192.0.2.0/24"] });
    expect(await outcomeOf(change)).toBe("rows_unsound");
    expect(await isLetIn(desk, token)).toBe(false);
  });

  it("several keys at once, of which one was changed: none is handed over", async () => {
    const { desk, tamper } = aSealedDesk();
    const owner = await anOrganization(desk);
    const { memberId: to } = (await aMember(desk, owner, "admin")).act.actor;
    const keys = [
      await aKey(desk, owner.act, { scopes }),
      await aKey(desk, owner.act, { scopes, name: "b" }),
    ];
    const keyIds = keys.map(({ key }) => key.id);
    tamper(`update api_key set addresses = '["192.0.2.0/24"]' where id = '${keyIds[1]}'`);
    const handedOver = handOverMany(desk, owner.act, { keyIds, to });
    expect(await outcomeOf(handedOver)).toBe("rows_unsound");
    for (const id of keyIds) {
      const found = await desk.store.findKey(owner.act.organizationId, id);
      expect(found?.responsible.memberId).toBe(owner.act.actor.memberId);
    }
  });

  it("a new token of a service token and of an app", async () => {
    const { desk, tamper } = aSealedDesk();
    const owner = await anOrganization(desk);
    const { actor } = anOperator(desk, owner);
    const act = { actor, now: noon, address: null, requestId: null };
    const organizations = [owner.act.organizationId];
    const { record } = await issueServiceToken(desk, act, { name: "G", organizations, expiresAt: null });
    const { app } = await anApp(desk, owner.act);
    tamper(`update service_token set organizations = null;
      update partner_app set redirect_uris = '["https://evil.example.com/"]'`);
    const rotated = rotateServiceToken(desk, act, { id: record.id, overlapSeconds: 0 });
    expect(await outcomeOf(rotated)).toBe("rows_unsound");
    const renewed = rotateAppSecret(desk, owner.act, { appId: app.id, overlapSeconds: 0 });
    expect(await outcomeOf(renewed)).toBe("rows_unsound");
  });

  it("while what is sound is rotated beside a retired secret that somebody has revived", async () => {
    const { desk, tamper } = aSealedDesk();
    const { act } = await anOrganization(desk);
    const { key } = await aKey(desk, act, { scopes });
    await rotate(desk, act, { keyId: key.id, overlapSeconds: 0 });
    tamper("update key_secret set retired_at = null where retired_at is not null");
    const { token } = await rotate(desk, act, { keyId: key.id, overlapSeconds: 0 });
    expect(await isLetIn(desk, token)).toBe(true);
  });
});

describe("what ends is sealed as it ends, so that nothing brings it back:", () => {
  const changed = [
    ["changed", `update api_key set scopes = '["products:read","products:write"]'`],
    ["without its seal", "delete from seal where sealed = 'api_key'"],
  ] as const;

  it.each(changed)("a key that was %s, is revoked and put back as it was", async (_, sql) => {
    const { desk, database, tamper, copy } = aSealedDesk();
    const { act } = await anOrganization(desk);
    const { key, token } = await aKey(desk, act, { scopes });
    const putBack = copy("api_key", "seal");
    tamper(sql);
    expect(await isLetIn(desk, token)).toBe(false);
    await revoke(desk, act, { keyId: key.id, ...because });
    expect(await checkSeals(database, sealable)).toMatchObject({ unsound: 0, isPutBack: false });
    putBack();
    expect(await isLetIn(desk, token)).toBe(false);
  });

  it("and stays revoked when all is sealed anew", async () => {
    const { desk, database, tamper } = aSealedDesk();
    const { act } = await anOrganization(desk);
    const { key, token } = await aKey(desk, act, { scopes });
    tamper(`update api_key set scopes = '["products:read","products:write"]'`);
    await revoke(desk, act, { keyId: key.id, ...because });
    await applySeals(database, sealable);
    expect(await verify(desk.store, token, { brand: "kat", now: noon })).toMatchObject({
      valid: false,
      reason: "key_revoked",
    });
  });

  it("a secret, a member and a service token", async () => {
    const { desk, database, tamper, copy } = aSealedDesk();
    const owner = await anOrganization(desk);
    const { act } = owner;
    const { key, token } = await aKey(desk, act, { scopes });
    await rotate(desk, act, { keyId: key.id, overlapSeconds: 3_600 });
    const { memberId } = (await aMember(desk, owner, "admin")).act.actor;
    const operator = { actor: anOperator(desk, owner).actor, now: noon, address: null, requestId: null };
    const request = { name: "G", organizations: null, expiresAt: null };
    const service = await issueServiceToken(desk, operator, request);
    const putBack = copy("key_secret", "member", "service_token", "seal");
    tamper(`update key_secret set retires_at = 9007199254740991 where retires_at is not null;
      update member set role = 'owner' where id = '${memberId}';
      update service_token set expires_at = 9007199254740991`);
    await endOverlap(desk, act, key.id);
    await removeMember(desk, act, { memberId, label: "ada@example.com", settlements: [] });
    await revokeServiceToken(desk, operator, service.record.id);
    expect(await checkSeals(database, sealable)).toMatchObject({ unsound: 0, isPutBack: false });
    putBack();
    expect(await isLetIn(desk, token)).toBe(false);
    expect(
      (await verifyServiceToken(desk.serviceTokens, service.token, { brand: "kat", now: noon })).valid,
    ).toBe(false);
    // It is known for what was put back, and not as it was.
    expect(await checkSeals(database, sealable)).toMatchObject({ isPutBack: true });
  });
});

describe("what is stopped and was not sound is disowned, so that nothing brings it back:", () => {
  const ways = [
    ["changed", "update organization set plan = 'enterprise'"],
    ["without its seal", "delete from seal where sealed = 'organization'"],
    ["suspended from outside", "update organization set suspended_at = 1"],
    ["put back once already", null],
  ] as const;
  const stops = [
    ["suspended", (desk: TestDesk, act: Shell) => suspend(desk, act, "Unpaid"), resume],
    [
      "kept from the API",
      (desk: TestDesk, act: Shell) => changeApiAccess(desk, act, { apiAccess: false }),
      (desk: TestDesk, act: Shell) => changeApiAccess(desk, act, { apiAccess: true }),
    ],
  ] as const;
  type Shell = Parameters<typeof suspend>[1];

  it.each(
    ways.flatMap(([way, sql]) => stops.map(([stopped, stop, undo]) => ({ way, sql, stopped, stop, undo }))),
  )("an organization that was $way and is $stopped", async ({ sql, stop, undo }) => {
    const { desk, tamper, copy, start } = aSealedDesk();
    const { act } = await anOrganization(desk);
    const shell = { ...act, actor: { type: "shell", command: "katkey org suspend" } } as const;
    const { token } = await aKey(desk, act, { scopes });
    await suspend(desk, shell, "Unpaid");
    await resume(desk, shell);
    const putBack = copy("organization", "seal");
    if (sql === null) await suspend(desk, shell, "Unpaid again");
    if (sql === null) putBack();
    else tamper(sql);
    expect(await isLetIn(desk, token)).toBe(false);
    await stop(desk, shell);
    // As it is, it keeps no process from starting, and is not let in there either.
    if (sql !== null && !sql.startsWith("delete")) {
      const store = createSqliteKeyStore(start());
      expect((await verify(store, token, { brand: "kat", now: noon })).valid).toBe(false);
    }
    expect(await outcomeOf(undo(desk, shell))).toBe("rows_unsound");
    putBack();
    expect(await isLetIn(desk, token)).toBe(false);
    expect(() => start()).toThrow("does not hold the rows that were sealed last");
  });

  it("an app that was changed and is blocked; it is neither unblocked nor edited", async () => {
    const { desk, tamper, copy, start } = aSealedDesk();
    const owner = await anOrganization(desk);
    const operator = anOperator(desk, owner);
    const { app } = await anApp(desk, owner.act);
    const putBack = copy("partner_app", "seal");
    tamper(`update partner_app set redirect_uris = '["https://evil.example.com/"]'`);
    const edited = editApp(desk, owner.act, { appId: app.id, patch: { name: "Another" } });
    expect(await outcomeOf(edited)).toBe("rows_unsound");
    await blockApp(desk, operator, app.id);
    expect(await outcomeOf(unblockApp(desk, operator, app.id))).toBe("rows_unsound");
    expect(await createSqliteAppStore(start()).find(app.id)).toBeNull();
    putBack();
    expect(await desk.apps.find(app.id)).toBeNull();
    expect(() => start()).toThrow("does not hold the rows that were sealed last");
  });

  it("is told as not sound, through another key, until all is sealed anew", async () => {
    const { desk, database, tamper, start } = aSealedDesk();
    const { act } = await anOrganization(desk);
    const shell = { ...act, actor: { type: "shell", command: "katkey org suspend" } } as const;
    tamper("update organization set plan = 'enterprise'");
    await suspend(desk, shell, "Unpaid");
    const next = createSecretKey(randomBytes(32));
    const both = { current: next, earlier: [sealable.keys.current] };
    await renewSeals(start(both), { ...sealable, keys: both });
    const renewed = { ...sealable, keys: { current: next, earlier: [] } };
    const { examples, isPutBack } = await checkSeals(database, renewed);
    expect({ examples, isPutBack }).toEqual({
      examples: [{ table: "organization", id: act.organizationId, state: "broken" }],
      isPutBack: false,
    });
    await applySeals(database, renewed);
    expect(await checkSeals(database, renewed)).toMatchObject({ unsound: 0, isPutBack: false });
    expect(() => start(renewed.keys)).not.toThrow();
  });

  it("by a seal of nothing but its turn: a row is not sound by it, whatever it says", async () => {
    const { desk, tamper } = aSealedDesk();
    const { act } = await anOrganization(desk);
    const shell = { ...act, actor: { type: "shell", command: "katkey org suspend" } } as const;
    const { token } = await aKey(desk, act, { scopes });
    tamper("update organization set plan = 'enterprise'");
    await suspend(desk, shell, "Unpaid");
    tamper("update organization set plan = 'standard', suspended_at = null");
    expect(await isLetIn(desk, token)).toBe(false);
  });
});
