import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { issue, revoke } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { schema } from "@katkey/server/schema";
import { describe, expect, it, onTestFinished } from "vitest";
import { aDirectory } from "../../testing/directory.ts";
import { anInstallation, tamper } from "../../testing/installation.ts";
import { aShell, aShellOn, compileCache, main } from "../../testing/shell.ts";

const aKey = { name: "Shop", note: null, environment: "live", addresses: [], expiresAt: null } as const;

/** An installation with its secret, a place for backups, and one to restore into. */
async function setUp() {
  const installation = await anInstallation();
  const data = installation.directory;
  const folder = aDirectory();
  const [restored, file] = [join(folder, "restored"), join(folder, "katkey.tar")];
  writeFileSync(join(data, "session-secret"), "s".repeat(43));
  return { ...installation, folder, data, restored, file, elsewhere: aShellOn(restored) };
}

describe("katkey backup and restore", () => {
  it("bring an installation elsewhere, with the secret that was kept apart", async () => {
    const { data, restored, file, katkey, elsewhere } = await setUp();
    const made = await katkey("backup", file);
    expect(made).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(made.stderr).toMatch(/: 1 organization, 0 keys, 1 entry in 1 log, [\d.]+ kB\.\n/);
    expect(readFileSync(file).includes("s".repeat(43))).toBe(false);

    const secret = join(data, "session-secret");
    const back = await elsewhere("restore", file, "--session-secret", secret, "--keep-sessions");
    expect(back).toMatchObject({ code: 0, stdout: expect.stringMatching(`^Restored into ${restored}\\.\n`) });
    expect(readdirSync(restored).toSorted()).toEqual(["katkey.db", "session-secret", "usage.db"]);

    const again = await elsewhere("restore", file, "--json");
    expect(again.code).toBe(2);
    expect(JSON.parse(again.stderr)).toMatchObject({ error: { code: "backup_not_empty" } });
  });

  it("say what will not be as it was", async () => {
    const { data, file, elsewhere } = await setUp();
    await aShellOn(data, { KATKEY_TOKEN_BRAND: "acme" })("backup", file);
    const { code, stdout } = await elsewhere("restore", file);
    expect(code).toBe(1);
    expect(stdout).toMatch(/No session secret was given/);
    expect(stdout).toMatch(
      /\nNothing is known of what happened after 20[^ ]+Z: what was revoked, .* is accepted again\. .*--audit-export/,
    );
    expect(stdout).toMatch(/\nEvery session is ended: 0 sessions, and 0 codes and tokens of partner apps\./);
    expect(stdout).toMatch(/set KATKEY_TOKEN_BRAND=acme/);
  });

  it("end again what an export of a later log says has ended, and every session", async () => {
    const { folder, restored, file, database, ada, desk, act, audit, katkey, elsewhere } = await setUp();
    const { key } = await issue(desk, act, aKey);
    database.exec(`
      insert into session (id, token, user_id, expires_at, created_at, updated_at)
        values ('ses_1', 't', '${ada.id}', 9e15, 0, 0)`);
    await katkey("backup", file);
    await revoke(desk, act, { keyId: key.id, reason: "compromised", text: null });
    const { items } = await audit.list(act.organizationId, { limit: 100, oldestFirst: true });
    const [whole, part] = [join(folder, "whole.jsonl"), join(folder, "part.jsonl")];
    writeFileSync(whole, items.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    writeFileSync(part, `${JSON.stringify({ ...items.at(-1), seq: 9 })}\n`);

    const refused = await elsewhere("restore", file, "--audit-export", part);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/does not continue the log of org_/);
    expect(readdirSync(folder)).not.toContain("restored");

    const { code, stdout } = await elsewhere("restore", file, "--audit-export", whole);
    expect(stdout).toMatch(
      /1 entry after the backup, the last of 20\S+Z; ended again 1, .* left to you 0\.\n/,
    );
    expect(stdout).toMatch(/\nEvery session is ended: 1 session, /);
    expect(stdout).toMatch(/\nNothing is known of what happened after 20\S+Z in 1 log \(installation\): /);
    expect(stdout).toMatch(new RegExp(`ended again: key.revoked Shop \\(${key.id}\\), entry 3`));
    expect(stdout).toMatch(
      /\nNothing is known of what happened after 20\S+Z: .* until you end it by hand\.\n/,
    );
    expect(code).toBe(1);
    const back = sqlite.readDatabase(join(restored, "katkey.db"), schema["katkey.db"]);
    onTestFinished(() => void back.close());
    const store = sqlite.createSqliteKeyStore(back, desk.scopes);
    expect((await store.findKey(act.organizationId, key.id))?.revocation?.reason).toBe("compromised");
    expect(back.prepare("select count(*) from session").pluck().get()).toBe(0);
    const logged = await sqlite.createSqliteAuditLog(back).list(act.organizationId, { limit: 2 });
    expect(logged.items.map(({ action }) => action)).toEqual(["organization.restored", "key.revoked"]);
  });

  it("say of an export that ends with the backup that it tells of nothing since", async () => {
    const { folder, data, file, act, katkey, elsewhere } = await setUp();
    const log = join(folder, "log.jsonl");
    await katkey("audit", "export", "--all", "--to", log);
    await katkey("backup", file);
    const secret = join(data, "session-secret");
    const { code, stdout } = await elsewhere(
      "restore",
      file,
      "--audit-export",
      log,
      "--session-secret",
      secret,
    );
    expect(stdout).toMatch(new RegExp(`\n${act.organizationId}: 0 entries after the backup; ended again 0`));
    expect(stdout).toMatch(
      /\nNothing is known of what happened after 20[^ ]+Z: what was revoked, .* again\. /,
    );
    expect(code).toBe(1);
  });

  it("keep the seal: without its key nothing is restored, and what ends again is sealed", async () => {
    const { folder, data, restored, file, close, desk, act, elsewhere } = await setUp();
    const { key } = await issue(desk, act, aKey);
    close();
    const sealed = { KATKEY_SEAL_KEY: "ab".repeat(32) };
    const here = aShellOn(data, sealed);
    expect(await here("seal", "apply")).toMatchObject({ code: 0 });
    await here("backup", file);
    await here("keys", "revoke", key.id, "--reason", "compromised");
    const log = join(folder, "log.jsonl");
    await here("audit", "export", "--all", "--to", log);

    const without = await elsewhere("restore", file);
    expect(without.code).toBe(2);
    expect(without.stderr).toMatch(/^What was backed up is sealed, and KATKEY_SEAL_KEY is not set: /);
    expect(readdirSync(folder)).not.toContain("restored");
    const unchecked = await elsewhere("restore", file, "--check");
    expect(unchecked).toMatchObject({ code: 2, stdout: "" });
    expect(unchecked.stderr).toMatch(/^Its checksums, .* are whole\. What was backed up is sealed/);

    const secret = join(data, "session-secret");
    const typed = ["restore", file, "--audit-export", log, "--session-secret", secret];
    const back = await aShellOn(restored, sealed)(...typed);
    expect(back).toMatchObject({ code: 0 });
    expect(back.stdout).toMatch(/ended again: key.revoked Shop/);
    expect(back.stdout.match(/Nothing is known .*/g)).toEqual([
      expect.stringMatching(
        /^Nothing is known of what happened after 20\S+Z: .* until you end it by hand\.$/,
      ),
    ]);
    expect(await aShellOn(restored, sealed)("seal", "check")).toMatchObject({ code: 0 });

    // Its key is lost.
    const anew = { KATKEY_SEAL_KEY: "cd".repeat(32), KATKEY_DATA_DIR: join(folder, "anew") };
    const lost = await aShell(anew)(...typed);
    expect(lost.stderr).toMatch(/^What was backed up is sealed with another key .* restore with --seal-anew/);
    expect(lost.code).toBe(2);
    const trusted = await aShell(anew)(...typed, "--seal-anew");
    expect(trusted.stdout).toMatch(/\nSealed anew as found: 6 rows\.\n[^]* ended again: key.revoked Shop/);
    expect(trusted.code).toBe(0);
    expect(await aShell(anew)("seal", "check")).toMatchObject({ code: 0 });
    const { stdout: logged } = await aShell(anew)("audit", "export", "--all", "--unrecorded");
    expect(logged).toMatch(/"label":"katkey restore"},"action":"seal\.applied"/);
  });

  it("say of a sealed backup what nobody sealed, and what becomes of one from before the seal", async () => {
    const { data, restored, file, close, katkey } = await setUp();
    const sealed = { KATKEY_SEAL_KEY: "ab".repeat(32) };
    const [here, there] = [aShellOn(data, sealed), aShellOn(restored, sealed)];
    await katkey("backup", file);
    const before = await there("restore", file);
    expect(before.stderr).toMatch(
      /^What was backed up is not sealed, .* restore with --seal-anew, which seals it; or /,
    );
    expect(before.code).toBe(2);

    close();
    await here("seal", "apply");
    tamper(data, "katkey.db", "update member set role = 'admin'");
    expect((await here("doctor")).stdout).toMatch(
      /\nseal: There is what nobody of us sealed: 1 row not what was sealed\. Run katkey seal check/,
    );
    await here("backup", file, "--force");
    const refused = await there("restore", file);
    expect(refused.stderr).toMatch(/^The row mem_\w+ of member is not what was sealed\.\nSomebody without /);
    expect(refused.code).toBe(2);
    const despite = await there("restore", file, "--despite-differences");
    expect(despite.stdout).toMatch(/\nThe row mem_\w+ of member is not what was sealed\./);
    expect(despite.code).toBe(1);
  });

  it("check a backup without touching anything", async () => {
    const { folder, file, katkey, elsewhere } = await setUp();
    await katkey("backup", file);
    const whole = await elsewhere("restore", file, "--check", "--json");
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({ well: true, faults: [] });
    expect(readdirSync(folder).toSorted()).toEqual(["katkey.tar"]);

    const bytes = readFileSync(file);
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const flipped = await elsewhere("restore", file, "--check");
    expect(flipped).toMatchObject({
      code: 1,
      stdout:
        "katkey.db has another SHA-256 than the manifest says. Copy the backup here once more from where it is kept, or try an older one.\n",
    });

    truncateSync(file, 1_000);
    expect((await elsewhere("restore", file, "--check")).code).toBe(1);
    expect((await elsewhere("restore", join(folder, "none.tar"))).code).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual(["katkey.tar"]);
  });

  it("say that there is no room to restore a backup, and not that it is damaged", async () => {
    const { folder, restored, file, katkey } = await setUp();
    await katkey("backup", file);
    // Like a full disk, a limit cuts a write short.
    const limited = ["-c", `ulimit -f 400; exec '${process.execPath}' '${main}' restore '${file}'`];
    const env = { NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: restored };
    const { status: code, stderr } = spawnSync("/bin/sh", limited, { env, encoding: "utf8" });
    expect(stderr).toMatch(/^There is no room to unpack .*katkey\.tar, and nothing was changed/);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(["katkey.tar"]);
  });

  it("say which file cannot be backed up, and what to do", async () => {
    const { data, file, katkey, close } = await setUp();
    close();
    writeFileSync(join(data, "usage.db-wal"), "x".repeat(5_000));
    const damaged = await katkey("backup", file);
    expect(damaged.stderr).toMatch(/^\S+usage\.db-wal is damaged/);
    rmSync(join(data, "usage.db"));
    const missing = await katkey("backup", file);
    expect(missing.stderr).toMatch(
      /^\S+usage\.db is missing, and without it .* put the usage\.db of an older backup there or /,
    );
  });

  it("say in a sentence what is wrong with a path", async () => {
    const { folder, file, katkey, elsewhere } = await setUp();
    await katkey("backup", file);
    const none = join(folder, "none");
    const said: string[] = [];
    // One after the other: a restore at work is in the way of the next.
    for (const [shell, ...typed] of [
      [katkey, "backup", join(none, "katkey.tar")],
      [katkey, "backup", folder, "--force"],
      [katkey, "backup", join(file, "katkey.tar")],
      [elsewhere, "restore", none],
      [elsewhere, "restore", join(none, "katkey.tar"), "--check"],
      [elsewhere, "restore", folder],
      [elsewhere, "restore", file, "--session-secret", folder],
    ] as const) {
      const { code, stdout, stderr } = await shell(...typed);
      expect([code, stdout]).toEqual([2, ""]);
      said.push(stderr.replaceAll(folder, ""));
    }
    expect(said).toEqual([
      "/none cannot be used: it is not there. Name a file in a folder that this user may write in.\n",
      " is a folder: name the file to make in it.\n",
      "/katkey.tar cannot be used: it is no folder, or in none. Name a file in a folder that this user may write in.\n",
      "/none cannot be used: it is not there.\n",
      "/none/katkey.tar cannot be used: it is not there.\n",
      " is a folder: name the backup that lies in it.\n",
      " cannot be used: it is a folder.\n",
    ]);
  });

  it("exit with 2 where nothing can be backed up, or something is in the way", async () => {
    const { file, katkey, elsewhere } = await setUp();
    expect(await elsewhere("backup", file)).toMatchObject({ code: 2, stdout: "" });
    writeFileSync(file, "");
    expect(await katkey("backup", file)).toMatchObject({ code: 2, stdout: "" });
    expect(await katkey("backup", file, "--force")).toMatchObject({ code: 0 });
  });
});
