import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIdentity, identityMigrations } from "@katkey/identity";
import { createOrganization, installation } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";

const cli = join(import.meta.dirname, "../main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");
const now = Date.UTC(2026, 10, 21);
const password = "correct horse battery staple";

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Two people of one organization, both with two-factor and a session; the database stays open, as a server's does. */
async function anInstallation() {
  const directory = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const migrations = [...sqlite.keysMigrations, ...identityMigrations];
  const database = sqlite.openDatabase({ path: join(directory, "katkey.db"), migrations, now });
  onTestFinished(() => void database.close());
  const identity = createIdentity({
    database,
    write: sqlite.createWrite(database),
    origin: "http://localhost:3000",
    secret: randomBytes(32).toString("base64url"),
    now: () => now,
    random: randomBytes,
  });
  const make = (name: string) =>
    identity.createUser({ name, email: `${name.toLowerCase()}@example.com`, password, operator: false });
  const [ada, bo] = [await make("Ada"), await make("Bo")];
  database.exec(`
    update user set two_factor_enabled = 1;
    insert into two_factor (id, user_id, secret, recovery_codes, verified, attempts) select 'tfa_' || id, id, 'x', 'x', 1, 0 from user;
    insert into session (id, user_id, token, created_at, updated_at, expires_at)
      select 'ses_' || id, id, id, ${now}, ${now}, ${now * 2} from user`);
  const tenancy = sqlite.createSqliteTenancyStore(database);
  const owner = { userId: ada.id, email: ada.email };
  const { organization } = await createOrganization(
    { tenancy, random: randomBytes },
    { name: "Acme", plan: "standard", owner, now, address: null, requestId: null },
  );
  const log = sqlite.createSqliteAuditLog(database);
  const turnOff = (email: string) =>
    new Promise<Outcome>((resolve) => {
      const options = { env: { NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: directory } };
      const child = execFile(
        process.execPath,
        [cli, "two-factor", "off", email],
        options,
        (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
      );
    });
  const lastEntry = async () => (await log.list(organization.id, { limit: 1 })).items[0];
  const installationEntries = async () => (await log.list(installation, { limit: 9 })).items;
  return { identity, ada, bo, turnOff, lastEntry, installationEntries };
}

it("turns two-factor off for one person beside the running server, ends their sessions, and is in the audit log", async () => {
  const { identity, ada, bo, turnOff, lastEntry, installationEntries } = await anInstallation();

  expect(await turnOff(" Ada@Example.com")).toEqual({
    code: 0,
    stdout:
      "Two-factor is off for ada@example.com, and their sessions have ended. They sign in with their password.\n",
    stderr: "",
  });

  expect(identity.usersWithTwoFactor([ada.id, bo.id])).toEqual(new Set([bo.id]));
  expect(identity.listSessions(ada.id)).toEqual([]);
  expect(identity.listSessions(bo.id)).toHaveLength(1);
  expect(await lastEntry()).toMatchObject({
    action: "member.two_factor_turned_off",
    actor: { type: "operator", label: "katkey two-factor off" },
    object: { type: "member", label: "ada@example.com" },
  });
  expect(await installationEntries()).toMatchObject([
    {
      action: "person.two_factor_turned_off",
      actor: { type: "operator", id: null, label: "katkey two-factor off" },
      object: { type: "person", id: ada.id, label: "ada@example.com" },
    },
  ]);
});

it("changes nothing, and exits with 2, where there is nobody or nothing to turn off", async () => {
  const { ada, turnOff, lastEntry, installationEntries } = await anInstallation();

  expect(await turnOff("nobody@example.com")).toEqual({
    code: 2,
    stdout: "",
    stderr: "Nobody has an account with the e-mail address nobody@example.com.\n",
  });
  await turnOff(ada.email);
  const before = await lastEntry();
  expect(await turnOff(ada.email)).toEqual({
    code: 2,
    stdout: "",
    stderr: "Two-factor is not on for ada@example.com.\n",
  });
  expect(await lastEntry()).toEqual(before);
  expect(await installationEntries()).toHaveLength(1);
});
