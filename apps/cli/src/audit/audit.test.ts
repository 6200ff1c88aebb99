import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  changePlan,
  createOrganization,
  createScopeRules,
  installation,
  issue,
  issueServiceToken,
  renameOrganization,
  revoke,
  revokeServiceToken,
  type AuditEntry,
} from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  exportHead,
  exportLines as linesOfTheDashboard,
} from "../../../web/src/features/audit/export-lines.ts";

const cli = join(import.meta.dirname, "../main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Two organizations with a history, on a database that stays open, as a server's does. */
async function anInstallation() {
  const directory = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const now = Date.now();
  const path = join(directory, "katkey.db");
  const database = sqlite.openDatabase({ path, migrations: sqlite.keysMigrations, now });
  onTestFinished(() => void database.close());
  const desk = {
    tenancy: sqlite.createSqliteTenancyStore(database),
    store: sqlite.createSqliteKeyStore(database),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database),
    random: randomBytes,
    brand: "kat",
    scopes: createScopeRules([]),
  };
  const from = { now, address: "192.0.2.1", requestId: null };
  const made = async (name: string, at = now) => {
    const owner = { userId: "usr_1", email: "=ada@example.com" } as const;
    return createOrganization(desk, { name, plan: "standard", owner, ...from, now: at });
  };
  const { organization: acme, member } = await made("Acme");
  const { organization: bolt } = await made("Bolt", now + 1);
  const ada = {
    type: "member",
    userId: "usr_1",
    email: "=ada@example.com",
    memberId: member.id,
    role: "owner",
  } as const;
  const shell = { type: "shell", command: "test" } as const;
  const act = { organizationId: acme.id, actor: ada, ...from };
  await renameOrganization(desk, act, { name: 'A "big", \u2028 name;=1' });
  const { key } = await issue(desk, act, { name: "Shop", note: null, environment: "live", expiresAt: null });
  await revoke(desk, act, { keyId: key.id, reason: "compromised", text: "in a chat" });
  await changePlan(desk, { ...act, actor: shell }, "enterprise");
  const request = { name: "Gateway", organizations: null, expiresAt: null };
  const { record } = await issueServiceToken(desk, { actor: shell, ...from }, request);
  await revokeServiceToken(desk, { actor: shell, ...from }, record.id);

  const katkey = (...typed: readonly string[]) =>
    new Promise<Outcome>((resolve) => {
      const env = { NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: directory };
      const child = execFile(process.execPath, [cli, "audit", ...typed], { env }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode, stdout, stderr }),
      );
    });
  const tamper = (sql: string) => {
    const tampered = new Sqlite(path);
    for (const trigger of tampered
      .prepare("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all()) {
      tampered.exec(`drop trigger ${trigger}`);
    }
    tampered.exec(sql);
    tampered.close();
  };
  return { directory, acme, bolt, key, record, katkey, tamper, audit: sqlite.createSqliteAuditLog(database) };
}

const entriesIn = (jsonl: string): readonly AuditEntry[] =>
  jsonl
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("katkey audit verify", () => {
  it("checks the log of every organization and the installation's", async () => {
    const { acme, katkey, audit } = await anInstallation();
    expect(await katkey("verify")).toEqual({
      code: 0,
      stdout: "Checked 3 logs, 8 entries: each is what its hash says and follows the one before.\n",
      stderr: "",
    });
    const check = await audit.verify(acme.id);
    const head = check.intact ? check.head : "";
    expect((await katkey("verify", "--organization", acme.id)).stdout).toBe(
      `The last entry's hash is ${head}.\nChecked 1 log, 5 entries: each is what its hash says and follows the one before.\n`,
    );
  });

  it("names the first broken entry of each log, and exits with 1", async () => {
    const { acme, bolt, katkey, tamper } = await anInstallation();
    tamper(`update audit_entry set address = null where organization_id = '${acme.id}' and seq >= 3;
      delete from audit_entry where organization_id = '${bolt.id}'; delete from audit_head where organization_id = '${bolt.id}';
      delete from audit_entry where organization_id = 'installation' and seq = 2`);
    const { code, stdout } = await katkey("verify");
    expect(stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        new RegExp(`^${acme.id} \\(A [^]*\\): entry 3 is not what its hash says \\(changed\\)\\.$`),
      ),
      `${bolt.id} (Bolt): entry 1 is gone, or cannot be read (missing).`,
      "installation (the installation itself): entry 2 is gone, or cannot be read (missing).",
      "Checked 3 logs: 3 broken.",
    ]);
    expect(code).toBe(1);
    const json = await katkey("verify", "--organization", acme.id, "--json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      well: false,
      logs: [{ log: acme.id, intact: false, firstBrokenSeq: 3, fault: "changed" }],
    });
  });

  it("finds the log of an organization that somebody took away", async () => {
    const { bolt, katkey, tamper } = await anInstallation();
    tamper(`pragma foreign_keys = off; delete from organization where id = '${bolt.id}';
      update audit_entry set address = null where organization_id = '${bolt.id}'`);
    expect((await katkey("verify")).stdout).toContain(
      `${bolt.id} (no organization): entry 1 is not what its hash says`,
    );
  });
});

describe("katkey audit export", () => {
  it("takes every log out as it is hashed, notes that before, and holds what a restore needs of revocations", async () => {
    const { acme, bolt, key, record, katkey, audit } = await anInstallation();
    const { code, stdout, stderr } = await katkey("export", "--all");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "8 entries of 3 logs.\n" });
    const entries = entriesIn(stdout);
    const chains = [acme.id, bolt.id, installation] as const;
    const kept = await Promise.all(chains.map((id) => audit.list(id, { oldestFirst: true, limit: 50 })));
    expect(entries).toEqual(kept.flatMap(({ items }) => items.slice(0, -1)));
    expect(kept.map(({ items }) => items.at(-1))).toMatchObject(
      [5, 1, 2].map((count) => ({
        action: "audit.exported",
        actor: { type: "operator", id: null, label: "katkey audit export" },
        after: { format: "jsonl", entries: count, last: count },
      })),
    );
    expect(entries.filter(({ action }) => action.endsWith(".revoked"))).toMatchObject([
      {
        organizationId: acme.id,
        object: { id: key.id },
        after: { reason: "compromised", text: "in a chat" },
      },
      { organizationId: installation, object: { id: record.id } },
    ]);
    expect((await katkey("verify")).code).toBe(0);
  });

  it.each(["jsonl", "csv"] as const)("makes the file that the dashboard makes, as %s", async (format) => {
    const { acme, katkey, audit } = await anInstallation();
    const { items } = await audit.list(acme.id, { oldestFirst: true, limit: 50 });
    const { stdout } = await katkey("export", "--organization", acme.id, "--format", format, "--unrecorded");
    expect(stdout).toBe(exportHead(format) + linesOfTheDashboard(format, items));
  });

  it("writes a file whole, for its owner only, and tells a program of it", async () => {
    const { directory, acme, katkey, audit } = await anInstallation();
    const file = join(directory, "audit.jsonl");
    const told = await katkey("export", "--organization", acme.id, "--to", file, "--json");
    expect(JSON.parse(told.stdout)).toEqual({
      file,
      entries: 5,
      logs: [{ log: acme.id, entries: 5, missing: 0 }],
    });
    expect(entriesIn(readFileSync(file, "utf8"))).toHaveLength(5);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await katkey("export", "--organization", acme.id, "--to", file, "--unrecorded");
    expect(again).toEqual({ code: 2, stdout: "", stderr: `${file} is there already.\n` });
    expect(readdirSync(directory).filter((name) => name.startsWith("audit"))).toEqual(["audit.jsonl"]);
    expect(await audit.verify(acme.id)).toMatchObject({ intact: true, entries: 6 });
  });

  it("exits with 1 when an entry cannot be read any more, and takes the others out", async () => {
    const { acme, katkey, tamper } = await anInstallation();
    tamper(`update audit_entry set after = 'no JSON' where organization_id = '${acme.id}' and seq = 2`);
    const { code, stdout, stderr } = await katkey("export", "--organization", acme.id);
    expect(entriesIn(stdout).map(({ seq }) => seq)).toEqual([1, 3, 4, 5]);
    expect(stderr).toContain(`${acme.id}: 1 entry could not be read. katkey audit verify names the first.\n`);
    expect(code).toBe(1);
  });

  it.each([
    [["export"], "Say either --organization <id> or --all."],
    [
      ["export", "--all", "--json"],
      expect.stringContaining('"Say --to <file>: with --json the standard output tells of the export."'),
    ],
    [["export", "--organization", "org_none"], "There is no such organization."],
    [
      ["export", "--all", "--to", "/nowhere/audit.jsonl"],
      expect.stringMatching(/^\/nowhere\/audit\.jsonl cannot be written/),
    ],
  ])("refuses %j", async (typed, sentence) => {
    const { katkey } = await anInstallation();
    const { code, stdout, stderr } = await katkey(...typed);
    expect({ code, stdout, stderr: stderr.trim() }).toEqual({ code: 2, stdout: "", stderr: sentence });
  });
});
