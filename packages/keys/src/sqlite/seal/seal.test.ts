import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { hashToken } from "../../admission/token-hash.ts";
import { verify } from "../../admission/verify.ts";
import { blockApp } from "../../apps/block-app.ts";
import { edit } from "../../keys/edit.ts";
import { revoke } from "../../keys/revoke.ts";
import { rotate } from "../../keys/rotate.ts";
import { invite } from "../../organizations/invite.ts";
import { removeMember } from "../../organizations/remove-member.ts";
import { suspend } from "../../organizations/suspend.ts";
import { issueServiceToken } from "../../service-tokens/issue-service-token.ts";
import { verifyServiceToken } from "../../service-tokens/verify-service-token.ts";
import type { KeyId } from "../../id.ts";
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
  type Worker,
} from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";
import { changeDatabase } from "../file/read-database.ts";
import type { SealKeys } from "./mac.ts";
import { applySeals, checkSeals, removeSeals, renewSeals } from "./seal-rows.ts";
import { keysSealed } from "./sealed-table.ts";

const later = noon + 3_600_000;
const aSecret = () => createSecretKey(randomBytes(32));
const key = aSecret();
const keys: SealKeys = { current: key, earlier: [] };

function aPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "katkey.db");
}

function aSealedDesk(path: string, withKeys = keys) {
  const broken: string[] = [];
  const onBroken = (table: string) => void broken.push(table);
  const desk = openDesk(path, [], {
    keys: withKeys,
    tables: keysSealed,
    migrations: keysMigrations,
    onBroken,
  });
  onTestFinished(() => desk.close());
  return { desk, broken };
}

/** Somebody who can write to the file, and knows all that is in it. */
function anIntruder(path: string) {
  const database = new Sqlite(path);
  onTestFinished(() => void database.close());
  const triggers = database
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  return {
    /** Past every law, and leaves the schema as it was. */
    exec(sql: string): void {
      for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
      database.exec(sql);
      for (const trigger of triggers) database.exec(trigger.sql);
    },
  };
}

const isLetIn = async (desk: TestDesk, token: string, now = noon) =>
  (await verify(desk.store, token, { brand: "kat", now })).valid;

interface Change {
  /** What was done before, in the right way. */
  readonly first?: (desk: TestDesk, owner: Worker, keyId: KeyId) => Promise<unknown>;
  readonly sql: string;
}

const because = { reason: "unused", text: null } as const;

const changes: Readonly<Record<string, Change>> = {
  "a key that is revived": {
    first: (desk, { act }, keyId) => revoke(desk, act, { keyId, ...because }),
    sql: "update api_key set revoked_at = null, revoked_reason = null",
  },
  "a retired secret that is revived": {
    first: (desk, { act }, keyId) => rotate(desk, act, { keyId, overlapSeconds: 0 }),
    sql: "update key_secret set retired_at = null, retires_at = 9007199254740991 where retires_at is not null",
  },
  "a removed member who is back": {
    first: async (desk, owner, keyId) => {
      const { act } = await aMember(desk, owner, "admin");
      const { memberId } = act.actor;
      await edit(desk, owner.act, { keyId, responsibleMemberId: memberId });
      desk.execute(`update member set removed_at = 1 where id = '${memberId}'`);
    },
    sql: "update member set removed_at = null",
  },
  "an organization that is no longer suspended": {
    first: (desk, owner) => suspend(desk, anOperator(desk, owner), "Unpaid"),
    sql: "update organization set suspended_at = null",
  },
  "another plan": { sql: "update organization set plan = 'enterprise'" },
  "another role": { sql: "update member set role = 'admin'" },
  "an expiry that is taken away": { sql: "update api_key set expires_at = null" },
  "more scopes": { sql: `update api_key set scopes = '["products:read","keys:write"]'` },
  "no allow list any more": { sql: "update api_key set addresses = '[]'" },
  "another environment": { sql: "update api_key set environment = 'test'" },
  "no seal": { sql: "delete from seal" },
  "another row's seal": { sql: "update seal set mac = (select mac from seal limit 1)" },
};

describe("what was changed from outside is not let in", () => {
  it.each(Object.entries(changes))("%s", async (_, { first, sql }) => {
    const judged = async (path: string, desk: TestDesk) => {
      const owner = await anOrganization(desk);
      const scopes = ["products:read"] as const;
      const addresses = ["192.0.2.0/24"];
      const { key: issued, token } = await aKey(desk, owner.act, { scopes, addresses, expiresAt: later });
      expect(await isLetIn(desk, token)).toBe(true);
      await first?.(desk, owner, issued.id);
      anIntruder(path).exec(sql);
      return isLetIn(desk, token);
    };
    const [plain, sealed] = [aPath(), aPath()];
    const open = openDesk(plain);
    onTestFinished(() => open.close());
    // Without a seal it is let in: what keeps it out is the seal alone.
    expect(await judged(plain, open)).toBe(true);
    const { desk, broken } = aSealedDesk(sealed);
    expect(await judged(sealed, desk)).toBe(false);
    expect(broken.length).toBeGreaterThan(0);
  });

  it("a key that is planted with its secret", async () => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const owner = await anOrganization(desk);
    await aKey(desk, owner.act, { scopes: ["products:read"] });
    const other = openDesk();
    onTestFinished(() => other.close());
    const { token } = await aKey(other, (await anOrganization(other)).act, { scopes: ["products:read"] });
    const [, id = ""] = /_([0-9A-Za-z]{16})\./.exec(token) ?? [];
    const intruder = anIntruder(path);
    const hash = Buffer.from(hashToken(token)).toString("hex");
    intruder.exec(`update key_secret set public_key_id = '${id}', hash = x'${hash}'`);
    expect(await isLetIn(desk, token)).toBe(false);
    intruder.exec(`update seal set id = '${id}' where sealed = 'key_secret'`);
    expect(await isLetIn(desk, token)).toBe(false);
  });

  it.each([
    `update partner_app set public_keys = '[{"kty":"OKP","crv":"Ed25519","x":"planted"}]'`,
    "update partner_app set blocked_at = null",
    `update partner_app set redirect_uris = '["https://evil.example.com/"]'`,
  ])("an app: %s", async (sql) => {
    const path = aPath();
    const { desk, broken } = aSealedDesk(path);
    const owner = await anOrganization(desk);
    const { app } = await anApp(desk, owner.act);
    await blockApp(desk, anOperator(desk, owner), app.id);
    expect(await desk.apps.find(app.id)).not.toBeNull();
    anIntruder(path).exec(sql);
    expect(await desk.apps.find(app.id)).toBeNull();
    expect(broken).toContain("partner_app");
  });

  it("a service token that asks about more", async () => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const owner = await anOrganization(desk);
    const actor = anOperator(desk, owner).actor;
    const act = { actor, now: noon, address: null, requestId: null };
    const request = { name: "Gateway", organizations: [owner.act.organizationId], expiresAt: null };
    const { token } = await issueServiceToken(desk, act, request);
    const judged = () => verifyServiceToken(desk.serviceTokens, token, { brand: "kat", now: noon });
    expect(await judged()).toMatchObject({ valid: true });
    anIntruder(path).exec("update service_token set organizations = null");
    expect(await judged()).toMatchObject({ valid: false });
  });
});

describe("nobody comes to a place by a row from outside:", () => {
  const intrusions = {
    "a higher role": "update member set role = 'owner'",
    "another's place": "update member set user_id = 'usr_mallory', role = 'owner'",
    "an invitation to more": "update invitation set role = 'owner' where accepted_at is null",
    "an invitation whose link somebody knows": `update invitation set token_hash = x'${Buffer.from(hashToken("known")).toString("hex")}' where accepted_at is null`,
  } as const;

  it.each(Object.entries(intrusions))("%s", async (_, sql) => {
    const found = async (path: string, desk: TestDesk) => {
      const owner = await anOrganization(desk);
      const { organizationId } = owner.act;
      const { userId } = (await aMember(desk, owner, "viewer")).act.actor;
      const { token } = await invite(desk, owner.act, { email: "cy@example.com", role: "viewer" });
      const look = async () => [
        (await desk.tenancy.findMembership(organizationId, userId)) !== null,
        (await desk.tenancy.findInvitation(hashToken(token), noon)) !== null,
      ];
      expect(await look()).toEqual([true, true]);
      const of = sql.startsWith("update member") ? ` where user_id = '${userId}'` : "";
      anIntruder(path).exec(`${sql}${of}`);
      return [
        ...(await Promise.all(
          [userId, "usr_mallory" as const].map((id) => desk.tenancy.findMembership(organizationId, id)),
        )),
        ...(await Promise.all(
          [token, "known"].map((one) => desk.tenancy.findInvitation(hashToken(one), noon)),
        )),
      ].filter((one) => one !== null).length;
    };
    const [plain, sealed] = [aPath(), aPath()];
    const open = openDesk(plain);
    onTestFinished(() => open.close());
    expect(await found(plain, open)).toBe(2);
    expect(await found(sealed, aSealedDesk(sealed).desk)).toBe(1);
  });
});

describe("what was planted for us to seal", () => {
  const plants = {
    "a trigger that revives a key": `create trigger planted after insert on audit_entry begin
      update api_key set revoked_at = null, revoked_reason = null; end`,
    "a foreign key that revives a key": `pragma writable_schema = on;
      update sqlite_schema set sql = replace(sql, '\`revoked_at\` integer',
        '\`revoked_at\` integer references invitation(id) on delete set null') where name = 'api_key';
      pragma writable_schema = reset`,
  } as const;

  it.each(Object.entries(plants))("%s is not run, and the file is not opened again", async (_, sql) => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const owner = await anOrganization(desk);
    const { key: issued, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
    await revoke(desk, owner.act, { keyId: issued.id, ...because });
    const intruder = new Sqlite(path);
    intruder.unsafeMode(true);
    intruder.exec(`drop trigger api_key_stays_revoked; ${sql}`);
    intruder.close();
    expect(await outcomeOf(aKey(desk, owner.act, { name: "next" }))).toBe("schema_altered");
    expect(await isLetIn(desk, token)).toBe(false);
    const told = sql.startsWith("create")
      ? /docs\/operations\.md, .*has added the trigger planted\. This statement drops it: DROP TRIGGER "planted";/
      : /docs\/operations\.md, .*has changed its table api_key: restore a backup\./;
    expect(() => aSealedDesk(path)).toThrow(told);
  });

  it.each([
    [
      "past what counts its changes",
      "pragma writable_schema = on; delete from sqlite_schema where name = 'planted'",
    ],
    ["and what counts its changes set back", "drop trigger planted; pragma schema_version = :before"],
  ])("is not run when it was taken away again, %s, once our connection has read it", async (_, removal) => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const owner = await anOrganization(desk);
    const { key: issued, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
    expect(await isLetIn(desk, token)).toBe(true);
    const intruder = new Sqlite(path);
    onTestFinished(() => void intruder.close());
    intruder.unsafeMode(true);
    const before = String(intruder.pragma("schema_version", { simple: true }));
    intruder.exec(`create trigger planted after insert on audit_entry begin
      update api_key set scopes = '["products:write"]'; end`);
    expect(await isLetIn(desk, token)).toBe(true);
    intruder.exec(removal.replace(":before", before));
    await aKey(desk, owner.act, { name: "next" });
    expect((await desk.store.findKey(owner.act.organizationId, issued.id))?.scopes).toEqual([
      "products:read",
    ]);
    expect(await isLetIn(desk, token)).toBe(true);
  });

  it("changes no seal either, whatever it is told by", () => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const intruder = new Sqlite(path);
    intruder.exec(`create trigger planted after insert on migration begin
      insert into seal (sealed, id, turn, mac) values ('api_key', 'key_1', 1, x'00'); end`);
    intruder.close();
    expect(() => desk.execute("insert into migration values ('keys/x', 'x', 0)")).toThrow(
      "not as Katkey made it",
    );
  });

  it("is told from what others keep beside our tables", async () => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const { act } = await anOrganization(desk);
    const beside = new Sqlite(path);
    beside.exec("create table _litestream_seq (id integer primary key, seq integer)");
    beside.close();
    const { token } = await aKey(desk, act, { scopes: ["products:read"] });
    expect(await isLetIn(desk, token)).toBe(true);
    aSealedDesk(path);
  });
});

it("every change of ours is sealed", async () => {
  const path = aPath();
  const { desk } = aSealedDesk(path);
  const owner = await anOrganization(desk);
  const { act } = owner;
  const first = await aKey(desk, act, { name: "a" });
  const second = await aKey(desk, act, { name: "b" });
  const { token } = await rotate(desk, act, { keyId: first.key.id, overlapSeconds: 60 });
  await revoke(desk, act, { keyId: second.key.id, ...because });
  await edit(desk, act, { keyId: first.key.id, addresses: ["192.0.2.0/24"] });
  const { memberId } = (await aMember(desk, owner, "admin")).act.actor;
  await removeMember(desk, act, { memberId, label: "ada@example.com", settlements: [] });
  await suspend(desk, anOperator(desk, owner), "Unpaid");
  expect(await isLetIn(desk, token)).toBe(true);
  expect(await isLetIn(desk, second.token)).toBe(false);
  expect(await checked(path)).toMatchObject({ unsound: 0, earlier: 0 });
});

it("leaves out what lets nobody in, and only that", () => {
  const database = openDatabase({ path: ":memory:", migrations: keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  const columnsOf = database.prepare<[string], string>("select name from pragma_table_xinfo(?)").pluck();
  const left = keysSealed.map(({ name, columns }) => [
    name,
    columnsOf
      .all(name)
      .filter((column) => !columns.includes(column))
      .toSorted(),
  ]);
  // A column that comes to one of these tables lets somebody in, and is sealed, or is added here.
  const secret = ["hint", "created_at"];
  const exposure = [
    "exposed_at",
    "exposed_by",
    "exposed_origin",
    "exposed_address",
    "exposed_source",
    "exposed_url",
  ];
  const rules = ["maximum_lifetime_days", "expiry_required", "default_addresses"];
  const described = ["name", "name_folded", "note", "note_folded", "expiry_order"];
  const created = ["created_at", "created_by_type", "created_by_id", "created_by_label"];
  const expected = {
    // What becomes of a leak: it lets nobody in.
    organization: ["name", "suspension_reason", "leak_policy", ...rules, "created_at", "revision"],
    member: ["joined_at"],
    invitation: ["invited_by", "created_at"],
    api_key: [...described, ...created, "revoked_reason", "revoked_text", "revision"],
    key_secret: [...secret, ...exposure],
    service_token: ["name", "name_folded", "created_at", "created_by"],
    service_token_secret: secret,
    partner_app: ["name", "description", "homepage", "logo", "created_at", "created_by", "revision"],
    app_secret: secret,
    app_grant: ["created_at", "ended_by"],
    audit_head: [],
  };
  expect(left).toEqual(Object.entries(expected).map(([name, columns]) => [name, columns.toSorted()]));
});

describe("seals", () => {
  it("are renewed with another key while both are known, and then need the first no more", async () => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const { act } = await anOrganization(desk);
    const { token } = await aKey(desk, act, { scopes: ["products:read"] });
    const both = { current: aSecret(), earlier: [key] };
    const next = aSealedDesk(path, both).desk;
    expect(await isLetIn(next, token)).toBe(true);
    const database = sealed(path, both);
    const { rows, earlier } = await renewSeals(database, { keys: both, tables: keysSealed });
    expect([rows, earlier]).toEqual([5, 5]);
    const only = { current: both.current, earlier: [] };
    expect(await isLetIn(aSealedDesk(path, only).desk, token)).toBe(true);
    expect(() => aSealedDesk(path)).toThrow("sealed with another key");
  });

  it("are not given to what has none or a wrong one, unless all is to be sealed", async () => {
    const path = aPath();
    const { desk } = aSealedDesk(path);
    const { act } = await anOrganization(desk);
    const { key: issued, token } = await aKey(desk, act, { scopes: ["products:read"] });
    anIntruder(path).exec(`update api_key set scopes = '[]'; delete from seal where sealed = 'key_secret'`);
    const found = await renewSeals(sealed(path, keys), { keys, tables: keysSealed });
    const secret = issued.secrets[0].publicKeyId;
    expect(found.unsound).toBe(2);
    expect(found.examples).toEqual([
      { table: "api_key", id: issued.id, state: "broken" },
      { table: "key_secret", id: secret, state: "none" },
    ]);
    expect(await checked(path)).toMatchObject({ unsound: 2 });
    await applySeals(connected(path), { keys, tables: keysSealed });
    expect(await checked(path)).toMatchObject({ unsound: 0 });
    expect(await isLetIn(desk, token)).toBe(true);
  });

  it("are asked for by who opens the file, and not by the file", async () => {
    const path = aPath();
    const plain = openDesk(path);
    await anOrganization(plain);
    plain.close();
    expect(() => aSealedDesk(path)).toThrow("is not sealed, and KATKEY_SEAL_KEY is set");
    await applySeals(connected(path), { keys, tables: keysSealed });
    aSealedDesk(path);
    expect(() => openDatabase({ path, migrations: keysMigrations, now: noon, sealing: null })).toThrow(
      "is sealed. Set KATKEY_SEAL_KEY",
    );
    removeSeals(connected(path));
    openDatabase({ path, migrations: keysMigrations, now: noon, sealing: null }).close();
  });
});

/** A connection that seals. */
function sealed(path: string, withKeys: SealKeys) {
  const sealing = { keys: withKeys, tables: keysSealed, migrations: keysMigrations, onBroken() {} };
  const database = changeDatabase(path, keysMigrations, sealing);
  onTestFinished(() => void database.close());
  return database;
}

function connected(path: string) {
  const database = new Sqlite(path);
  onTestFinished(() => void database.close());
  return database;
}

const checked = (path: string) => checkSeals(connected(path), { keys, tables: keysSealed });
