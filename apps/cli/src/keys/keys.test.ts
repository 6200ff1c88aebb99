import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createIdentity } from "@katkey/identity";
import { createOrganization } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { schema } from "@katkey/server/schema";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";

const cli = join(import.meta.dirname, "../main.ts");
const serverMain = join(import.meta.dirname, "../../../server/src/main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");
const tokenLine = /^kat_(?:live|test)_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}\n$/;

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An organization of Ada and Bo, beside which the product itself runs. */
async function anInstallation() {
  const directory = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  const now = Date.now();
  const path = join(directory, "katkey.db");
  const database = sqlite.openDatabase({ path, migrations: schema["katkey.db"], now });
  const identity = createIdentity({
    database,
    write: sqlite.createWrite(database),
    origin: "http://localhost:3000",
    secret: randomBytes(32).toString("base64url"),
    now: () => now,
    random: randomBytes,
  });
  const password = "correct horse battery staple";
  const make = (name: string) =>
    identity.createUser({ name, email: `${name.toLowerCase()}@example.com`, password, operator: false });
  const [ada, bo] = [await make("Ada"), await make("Bo")];
  const { organization } = await createOrganization(
    { tenancy: sqlite.createSqliteTenancyStore(database), random: randomBytes },
    {
      name: "Acme",
      plan: "standard",
      owner: { userId: ada.id, email: ada.email },
      now,
      address: null,
      requestId: null,
    },
  );
  database
    .prepare(
      "insert into member (id, organization_id, user_id, role, joined_at) values ('mem_bo', ?, ?, 'member', ?)",
    )
    .run(organization.id, bo.id, now);
  const katkey = (...typed: readonly string[]) =>
    new Promise<Outcome>((resolve) => {
      const env = { NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: directory };
      const child = execFile(process.execPath, [cli, ...typed], { env }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode, stdout, stderr }),
      );
    });
  const audit = sqlite.createSqliteAuditLog(database);
  const lastEntry = async () => (await audit.list(organization.id, { limit: 1 })).items[0];
  const close = () => {
    database.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { directory, id: organization.id, katkey, audit, lastEntry, close };
}

async function aServerOn(directory: string) {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const env = { NODE_COMPILE_CACHE: compileCache, PORT: String(port), KATKEY_DATA_DIR: directory };
  const child = spawn(process.execPath, [serverMain], { env, stdio: "ignore" });
  const ask = async (path: string, token = "") =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${token.trim()}` } });
  while (!(await ask("/readyz").catch(() => null))?.ok) await sleep(20);
  return { ask, kill: () => child.kill("SIGKILL") };
}

describe("katkey keys, beside the running server", () => {
  let installation: Awaited<ReturnType<typeof anInstallation>>;
  let server: Awaited<ReturnType<typeof aServerOn>>;
  beforeAll(async () => {
    installation = await anInstallation();
    server = await aServerOn(installation.directory);
    return () => {
      server.kill();
      installation.close();
    };
  });
  const problemOf = async (token: string) => {
    const answer = await server.ask("/v1/user", token);
    return answer.status === 200 ? "accepted" : ((await answer.json()) as { code: string }).code;
  };

  it("issues a key that works at once, with the token alone on the standard output", async () => {
    const { id, katkey, lastEntry } = installation;
    const { code, stdout, stderr } = await katkey("keys", "issue", "Shop", "--organization", id);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(tokenLine) });
    expect(stderr).toMatch(
      /^The live key Shop \(key_\w+\) may products:read, .*This is its token\. It is shown once:\n$/,
    );
    expect(await problemOf(stdout)).toBe("accepted");
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      action: "key.issued",
      actor: { type: "operator", id: null, label: "katkey keys issue" },
    });
    expect(JSON.stringify(entry) + stderr).not.toContain(stdout.slice(26, 60));
  });

  it("revokes: the next request is refused, and the log says who and why", async () => {
    const { id, katkey, lastEntry } = installation;
    const issued = JSON.parse(
      (await katkey("keys", "issue", "Leaked", "--organization", id, "--scope", "products:read", "--json"))
        .stdout,
    );
    expect(issued.key).toMatchObject({ scopes: ["products:read"], environment: "live" });
    expect(await problemOf(issued.token)).toBe("accepted");

    const revoked = await katkey(
      "keys",
      "revoke",
      issued.key.id,
      "--reason",
      "compromised",
      "--text",
      "in a chat",
    );
    expect(await problemOf(issued.token)).toBe("key_revoked");
    expect(revoked).toEqual({
      code: 0,
      stdout: `Leaked (${issued.key.id}) is revoked: every token of it is refused from now on.\n`,
      stderr: "",
    });
    expect(await lastEntry()).toMatchObject({
      action: "key.revoked",
      actor: { type: "operator", id: null, label: "katkey keys revoke" },
      after: { reason: "compromised", text: "in a chat" },
    });
  });

  it("finds a key by what is no secret of its token, and revokes it whoever's it is", async () => {
    const { id, katkey } = installation;
    const { stdout: token } = await katkey(
      "keys",
      "issue",
      "Found",
      "--organization",
      id,
      "--environment",
      "test",
    );
    const publicKeyId = token.slice("kat_test_".length, "kat_test_".length + 16);
    const shown = JSON.parse((await katkey("keys", "show", publicKeyId, "--json")).stdout);
    expect(shown).toMatchObject({ organizationId: id, name: "Found", status: "active" });
    expect((await katkey("keys", "show", `kat_test_${publicKeyId}`)).stdout).toMatch(/\nname +Found\n/);
    const whole = await katkey("keys", "revoke", token.trim(), "--reason", "compromised", "--json");
    expect(JSON.parse(whole.stdout)).toMatchObject({ id: shown.id, status: "revoked" });
    expect(whole.stdout + whole.stderr).not.toContain(token.slice(26, 60));
    expect(await problemOf(token)).toBe("key_revoked");
  });

  it("rotates with an overlap, in which both tokens work, and lists it", async () => {
    const { id, katkey } = installation;
    const issued = JSON.parse((await katkey("keys", "issue", "Feed", "--organization", id, "--json")).stdout);
    const rotated = await katkey("keys", "rotate", issued.key.id, "--overlap", "3600");
    expect(rotated.stdout).toMatch(tokenLine);
    expect(rotated.stderr).toMatch(
      /^The key Feed \(key_\w+\) is rotated\. The old token works until 20\S+Z\. This/,
    );
    expect([await problemOf(issued.token), await problemOf(rotated.stdout)]).toEqual([
      "accepted",
      "accepted",
    ]);
    const cut = await katkey("keys", "rotate", issued.key.id, "--overlap", "0");
    expect(cut.stderr).toContain("The old token is refused now.");
    expect([
      await problemOf(issued.token),
      await problemOf(rotated.stdout),
      await problemOf(cut.stdout),
    ]).toEqual(["secret_retired", "secret_retired", "accepted"]);
    const listed = await katkey("keys", "list", "--organization", id, "--search", "feed");
    expect(listed.stdout).toMatch(
      /^key_\w+ {2}active {2}live {2}Feed {2}kat_live_….{4} {2}(?:never used|used \S+) {2}never expires\n$/,
    );
    const all = JSON.parse((await katkey("keys", "list", "--organization", id, "--all", "--json")).stdout);
    expect(all.map(({ name }: { name: string }) => name).toSorted()).toEqual([
      "Feed",
      "Found",
      "Leaked",
      "Shop",
    ]);
  });

  it("suspends an organization and resumes it: the next request is judged by it", async () => {
    const { id, katkey, lastEntry } = installation;
    const { stdout: token } = await katkey("keys", "issue", "Paying", "--organization", id);
    const suspended = await katkey("org", "suspend", id, "--reason", "Unpaid", "--json");
    expect(await problemOf(token)).toBe("organization_suspended");
    expect(JSON.parse(suspended.stdout)).toMatchObject({ id, suspension: { reason: "Unpaid" } });
    expect((await katkey("org", "list", "--suspended")).stdout).toMatch(
      /^org_\w+ {2}standard {2}Acme .* suspended: Unpaid\n$/,
    );
    expect((await katkey("org", "resume", id)).stdout).toBe(
      "Acme is not suspended: its keys work as before.\n",
    );
    expect(await problemOf(token)).toBe("accepted");
    expect((await katkey("org", "plan", id, "enterprise")).stdout).toBe("Acme is on the enterprise plan.\n");
    expect((await katkey("org", "show", id)).stdout).toMatch(/\nplan +enterprise\n/);
    expect(await lastEntry()).toMatchObject({
      action: "organization.plan_changed",
      actor: { type: "operator", id: null, label: "katkey org plan" },
    });
  });

  it("lists members, changes their roles, and removes them once their keys are settled", async () => {
    const { id, katkey } = installation;
    const inAcme = ["--organization", id] as const;
    expect((await katkey("members", "list", ...inAcme)).stdout).toMatch(
      /^mem_\w+ +owner +ada@example\.com +Ada +since \S+\nmem_bo +member +bo@example\.com +Bo +since \S+\n$/,
    );
    const issued = await katkey(
      "keys",
      "issue",
      "Of Bo",
      ...inAcme,
      "--responsible",
      "bo@example.com",
      "--json",
    );
    expect(JSON.parse(issued.stdout).key).toMatchObject({ responsibleMemberId: "mem_bo" });
    const last = await katkey("members", "role", "ada@example.com", "viewer", ...inAcme, "--json");
    expect(JSON.parse(last.stderr)).toMatchObject({ error: { code: "last_owner" } });
    expect((await katkey("members", "role", "bo@example.com", "admin", ...inAcme)).stdout).toMatch(
      /^bo@example\.com is admin now/,
    );
    const unsettled = await katkey("members", "remove", "bo@example.com", ...inAcme, "--json");
    expect(JSON.parse(unsettled.stderr)).toMatchObject({ error: { code: "keys_need_settling" } });
    const removed = await katkey("members", "remove", "mem_bo", ...inAcme, "--revoke-keys");
    expect(removed).toMatchObject({
      code: 0,
      stdout: "bo@example.com is no member any more. 1 key: revoked.\n",
    });
    expect(await problemOf(JSON.parse(issued.stdout).token)).toBe("key_revoked");
  });

  it.each([
    [["keys", "revoke", "key_none"], "usage", "Required option '--reason <reason>' not specified."],
    [["keys", "revoke", "key_none", "--reason", "unused"], "key_not_found", "There is no such key."],
    [
      ["keys", "revoke", "key_none", "--reason", "bored"],
      "usage",
      "Option '--reason <reason>' argument 'bored' is invalid. Allowed choices are unused, superseded, compromised, member_left, other.",
    ],
    [["keys", "show", "nothing"], "key_not_found", "There is no such key."],
    [
      ["keys", "list", "--organization", "acme"],
      "usage",
      "organization: Must be an id that begins with org_.",
    ],
    [
      ["keys", "issue", "Shop", "--organization", "org_none"],
      "organization_not_found",
      "There is no such organization.",
    ],
    [
      ["members", "list", "--organization", "org_none"],
      "organization_not_found",
      "There is no such organization.",
    ],
    [["org", "plan", "org_none", "enterprise"], "organization_not_found", "There is no such organization."],
  ])("refuses %j, and writes nothing", async (typed, code, message) => {
    const { katkey, lastEntry } = installation;
    const before = await lastEntry();
    expect(await katkey(...typed)).toEqual({ code: 2, stdout: "", stderr: `${message}\n` });
    const told = await katkey(...typed, "--json");
    expect(JSON.parse(told.stderr)).toEqual({ error: { code, message } });
    expect(await lastEntry()).toEqual(before);
  });
});

it("a key is revoked although the file of what was counted is not there", async () => {
  const { id, katkey, close } = await anInstallation();
  onTestFinished(close);
  const { stdout: token } = await katkey("keys", "issue", "Shop", "--organization", id);
  expect(await katkey("keys", "revoke", token.trim(), "--reason", "compromised")).toMatchObject({ code: 0 });
});
