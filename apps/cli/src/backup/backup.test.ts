import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrganization, createScopeRules, issue, revoke } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { schema } from "@katkey/server/schema";
import { describe, expect, it, onTestFinished } from "vitest";

const cli = join(import.meta.dirname, "../main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function katkey(
  directory: string,
  typed: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: directory, ...settings };
    const child = execFile(process.execPath, [cli, ...typed], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** A folder with the data of an organization, open as a server has it, and a place for backups. */
async function anInstallation() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [data, restored, file] = ["data", "restored", "katkey.tar"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const now = Date.now();
  mkdirSync(data, { mode: 0o700 });
  const databases = (["katkey.db", "usage.db"] as const).map((name) =>
    sqlite.openDatabase({ path: join(data, name), migrations: schema[name], now }),
  );
  onTestFinished(() => databases.forEach((database) => void database.close()));
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  const tenancy = sqlite.createSqliteTenancyStore(databases[0] as (typeof databases)[number]);
  const { organization, member } = await createOrganization(
    { tenancy, random: randomBytes },
    { name: "Acme", plan: "standard", owner, now, address: null, requestId: null },
  );
  writeFileSync(join(data, "session-secret"), "s".repeat(43));
  const scopes = createScopeRules([]);
  const [database] = databases as [(typeof databases)[number]];
  const desk = {
    tenancy,
    store: sqlite.createSqliteKeyStore(database, scopes),
    random: randomBytes,
    brand: "kat",
    scopes,
  };
  const actor = { type: "member", ...owner, memberId: member.id, role: "owner" } as const;
  const act = { organizationId: organization.id, actor, now, address: null, requestId: null };
  const audit = sqlite.createSqliteAuditLog(database);
  return { folder, data, restored, file, database, databases, desk, act, audit };
}

describe("katkey backup and restore", () => {
  it("bring an installation elsewhere, with the secret that was kept apart", async () => {
    const { data, restored, file } = await anInstallation();
    const made = await katkey(data, ["backup", file]);
    expect(made).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(made.stderr).toMatch(/1 organizations, 0 keys, 1 entries in 1 logs/);
    expect(readFileSync(file).includes("s".repeat(43))).toBe(false);

    const secret = join(data, "session-secret");
    const back = await katkey(restored, ["restore", file, "--session-secret", secret]);
    expect(back).toMatchObject({ code: 0, stdout: `Restored into ${restored}.\n` });
    expect(readdirSync(restored).toSorted()).toEqual(["katkey.db", "session-secret", "usage.db"]);

    const again = await katkey(restored, ["restore", file, "--json"]);
    expect(again.code).toBe(2);
    expect(JSON.parse(again.stderr)).toMatchObject({ error: { code: "backup_not_empty" } });
  });

  it("say what will not be as it was", async () => {
    const { data, restored, file } = await anInstallation();
    await katkey(data, ["backup", file], { KATKEY_TOKEN_BRAND: "acme" });
    const { code, stdout } = await katkey(restored, ["restore", file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/No session secret was given/);
    expect(stdout).toMatch(/set KATKEY_TOKEN_BRAND=acme/);
  });

  it("end again what an export of a later log says has ended, and every session", async () => {
    const { folder, data, restored, file, database, desk, act, audit } = await anInstallation();
    const request = {
      name: "Shop",
      note: null,
      environment: "live",
      addresses: [],
      expiresAt: null,
    } as const;
    const { key } = await issue(desk, act, request);
    database.exec(`
      insert into user (id, name, email, email_verified, created_at, updated_at, operator)
        values ('usr_1', 'Ada', 'ada@example.com', 1, 0, 0, 0);
      insert into session (id, token, user_id, expires_at, created_at, updated_at)
        values ('ses_1', 't', 'usr_1', 9e15, 0, 0)`);
    await katkey(data, ["backup", file]);
    await revoke(desk, act, { keyId: key.id, reason: "compromised", text: null });
    const { items } = await audit.list(act.organizationId, { limit: 100, oldestFirst: true });
    const [whole, part] = [join(folder, "whole.jsonl"), join(folder, "part.jsonl")];
    writeFileSync(whole, items.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    writeFileSync(part, `${JSON.stringify({ ...items.at(-1), seq: 9 })}\n`);

    const refused = await katkey(restored, ["restore", file, "--audit-export", part]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/does not continue the log of org_/);
    expect(readdirSync(folder)).not.toContain("restored");

    const { code, stdout } = await katkey(restored, ["restore", file, "--audit-export", whole]);
    expect(stdout).toMatch(/1 entries after the backup; ended again 1, /);
    expect(stdout).toMatch(new RegExp(`ended again: key.revoked Shop \\(${key.id}\\), entry 3`));
    expect(code).toBe(0);
    const back = sqlite.readDatabase(join(restored, "katkey.db"), schema["katkey.db"]);
    onTestFinished(() => void back.close());
    const store = sqlite.createSqliteKeyStore(back, desk.scopes);
    expect((await store.findKey(act.organizationId, key.id))?.revocation?.reason).toBe("compromised");
    expect(back.prepare("select count(*) from session").pluck().get()).toBe(0);
    const logged = await sqlite.createSqliteAuditLog(back).list(act.organizationId, { limit: 2 });
    expect(logged.items.map(({ action }) => action)).toEqual(["organization.restored", "key.revoked"]);
  });

  it("keep the seal: without its key nothing is restored, and what ends again is sealed", async () => {
    const { folder, data, restored, file, databases, desk, act, audit } = await anInstallation();
    const request = {
      name: "Shop",
      note: null,
      environment: "live",
      addresses: [],
      expiresAt: null,
    } as const;
    const { key } = await issue(desk, act, request);
    const sealed = { KATKEY_SEAL_KEY: "ab".repeat(32) };
    expect(await katkey(data, ["seal", "apply"], sealed)).toMatchObject({ code: 0 });
    await katkey(data, ["backup", file], sealed);
    await revoke(desk, act, { keyId: key.id, reason: "compromised", text: null });
    const { items } = await audit.list(act.organizationId, { limit: 100, oldestFirst: true });
    const log = join(folder, "log.jsonl");
    writeFileSync(log, items.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    databases.forEach((database) => void database.close());

    const without = await katkey(restored, ["restore", file]);
    expect(without.code).toBe(2);
    expect(without.stderr).toMatch(/is sealed. Set KATKEY_SEAL_KEY/);
    expect(readdirSync(folder)).not.toContain("restored");
    expect(await katkey(restored, ["restore", file, "--check"])).toMatchObject({ code: 0 });

    const back = await katkey(restored, ["restore", file, "--audit-export", log], sealed);
    expect(back).toMatchObject({ code: 0 });
    expect(back.stdout).toMatch(/ended again: key.revoked Shop/);
    expect(await katkey(restored, ["seal", "check"], sealed)).toMatchObject({ code: 0 });
  });

  it("check a backup without touching anything", async () => {
    const { folder, data, restored, file } = await anInstallation();
    await katkey(data, ["backup", file]);
    const whole = await katkey(restored, ["restore", file, "--check", "--json"]);
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({ well: true, faults: [] });
    expect(readdirSync(folder).toSorted()).toEqual(["data", "katkey.tar"]);

    const bytes = readFileSync(file);
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const flipped = await katkey(restored, ["restore", file, "--check"]);
    expect(flipped).toMatchObject({
      code: 1,
      stdout: "katkey.db has another SHA-256 than the manifest says.\n",
    });

    truncateSync(file, 1_000);
    expect((await katkey(restored, ["restore", file, "--check"])).code).toBe(1);
    expect((await katkey(restored, ["restore", join(folder, "none.tar")])).code).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual(["data", "katkey.tar"]);
  });

  it("exit with 2 where nothing can be backed up, or something is in the way", async () => {
    const { data, restored, file } = await anInstallation();
    expect(await katkey(restored, ["backup", file])).toMatchObject({ code: 2, stdout: "" });
    writeFileSync(file, "");
    expect(await katkey(data, ["backup", file])).toMatchObject({ code: 2, stdout: "" });
    expect(await katkey(data, ["backup", file, "--force"])).toMatchObject({ code: 0 });
  });
});
