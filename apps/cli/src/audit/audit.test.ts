import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  changePlan,
  createOrganization,
  installation,
  issue,
  issueServiceToken,
  renameOrganization,
  revoke,
  revokeServiceToken,
  type AuditEntry,
} from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { exportHead, exportLines } from "@katkey/server/exports/audit-lines";
import { anInstallation, tamper } from "../../testing/installation.ts";

/** Two organizations with a history. */
async function aHistory() {
  const { directory, desk, act: ofAda, organization: acme, katkey, audit } = await anInstallation();
  const { now, address, requestId } = ofAda;
  const from = { now, address, requestId };
  const owner = { userId: ofAda.actor.userId, email: "bo@example.com" };
  const request = { name: "Bolt", plan: "standard", owner, ...from, now: now + 1 } as const;
  const { organization: bolt } = await createOrganization(desk, request);
  const act = { ...ofAda, actor: { ...ofAda.actor, email: "=ada@example.com" } };
  const shell = { type: "shell", command: "test" } as const;
  await renameOrganization(desk, act, { name: 'A "big", \u2028 name;=1' });
  const { key } = await issue(desk, act, { name: "Shop", note: null, environment: "live", expiresAt: null });
  await revoke(desk, act, { keyId: key.id, reason: "compromised", text: "in a chat" });
  await changePlan(desk, { ...act, actor: shell }, "enterprise");
  const gateway = { name: "Gateway", organizations: null, expiresAt: null };
  const { record } = await issueServiceToken(desk, { actor: shell, ...from }, gateway);
  await revokeServiceToken(desk, { actor: shell, ...from }, record.id);
  return {
    directory,
    acme,
    bolt,
    key,
    record,
    audit,
    katkey: (...typed: readonly string[]) => katkey("audit", ...typed),
    tamper: (sql: string) => tamper(directory, "katkey.db", sql),
  };
}

const entriesIn = (jsonl: string): readonly AuditEntry[] =>
  jsonl
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("katkey audit verify", () => {
  it("checks the log of every organization and the installation's", async () => {
    const { acme, katkey, audit } = await aHistory();
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
    const { acme, bolt, katkey, tamper } = await aHistory();
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
    const { bolt, katkey, tamper } = await aHistory();
    tamper(`pragma foreign_keys = off; delete from organization where id = '${bolt.id}';
      update audit_entry set address = null where organization_id = '${bolt.id}'`);
    expect((await katkey("verify")).stdout).toContain(
      `${bolt.id} (no organization): entry 1 is not what its hash says`,
    );
  });
});

describe("katkey audit export", () => {
  it("takes every log out as it is hashed, with its own entry at the end of each, and holds what a restore needs of revocations", async () => {
    const { acme, bolt, key, record, katkey, audit } = await aHistory();
    const { code, stdout, stderr } = await katkey("export", "--all");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "11 entries of 3 logs.\n" });
    const entries = entriesIn(stdout);
    const chains = [acme.id, bolt.id, installation] as const;
    const kept = await Promise.all(chains.map((id) => audit.list(id, { oldestFirst: true, limit: 50 })));
    expect(entries).toEqual(kept.flatMap(({ items }) => items));
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
    const { acme, katkey, audit } = await aHistory();
    const { items } = await audit.list(acme.id, { oldestFirst: true, limit: 50 });
    const { stdout } = await katkey("export", "--organization", acme.id, "--format", format, "--unrecorded");
    expect(stdout).toBe(exportHead(format) + exportLines(format, items));
  });

  it("writes a file whole, for its owner only, and tells a program of it", async () => {
    const { directory, acme, katkey, audit } = await aHistory();
    const file = join(directory, "audit.jsonl");
    const told = await katkey("export", "--organization", acme.id, "--to", file, "--json");
    expect(JSON.parse(told.stdout)).toEqual({
      file,
      entries: 6,
      logs: [{ log: acme.id, entries: 6, missing: 0 }],
    });
    expect(entriesIn(readFileSync(file, "utf8"))).toHaveLength(6);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await katkey("export", "--organization", acme.id, "--to", file, "--unrecorded");
    expect(again).toEqual({
      code: 2,
      stdout: "",
      stderr: `${file} is there already: name a file that is not.\n`,
    });
    expect(readdirSync(directory).filter((name) => name.startsWith("audit"))).toEqual(["audit.jsonl"]);
    expect(await audit.verify(acme.id)).toMatchObject({ intact: true, entries: 6 });
  });

  it("on a full disk says how it goes without a note", async () => {
    const { directory, acme, katkey } = await aHistory();
    // As a server leaves it that has given room to a revocation.
    writeFileSync(join(directory, "reserve"), "");
    const refused = await katkey("export", "--organization", acme.id);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^The disk is full\. Nothing was changed\. With --unrecorded /);
    expect((await katkey("export", "--organization", acme.id, "--unrecorded")).code).toBe(0);
  });

  it("exits with 1 when an entry cannot be read any more, and takes the others out", async () => {
    const { acme, katkey, tamper } = await aHistory();
    tamper(`update audit_entry set after = 'no JSON' where organization_id = '${acme.id}' and seq = 2`);
    const { code, stdout, stderr } = await katkey("export", "--organization", acme.id);
    expect(entriesIn(stdout).map(({ seq }) => seq)).toEqual([1, 3, 4, 5, 6]);
    expect(stderr).toContain(`${acme.id}: 1 entry could not be read. katkey audit verify names the first.\n`);
    expect(code).toBe(1);
  });

  it.each([
    [["export"], "Say either --organization <id> or --all."],
    [
      ["export", "--all", "--json"],
      expect.stringContaining('"Say --to <file>: with --json the standard output tells of the export."'),
    ],
    [
      ["export", "--organization", "org_none"],
      "There is no such organization. katkey org list says which there are.",
    ],
    [
      ["export", "--all", "--to", "/nowhere/audit.jsonl"],
      "/nowhere/audit.jsonl cannot be written: /nowhere is not there: make the folder first.",
    ],
  ])("refuses %j", async (typed, sentence) => {
    const { katkey } = await aHistory();
    const { code, stdout, stderr } = await katkey(...typed);
    expect({ code, stdout, stderr: stderr.trim() }).toEqual({ code: 2, stdout: "", stderr: sentence });
  });
});
