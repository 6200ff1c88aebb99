import { execFile, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";

const cli = join(import.meta.dirname, "../main.ts");
const serverMain = join(import.meta.dirname, "../../../server/src/main.ts");
const compileCache = join(import.meta.dirname, "../../../../node_modules/.cache/compile");
const admin = {
  KATKEY_ADMIN_EMAIL: "ada@example.com",
  KATKEY_ADMIN_PASSWORD: "correct horse battery staple",
};

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A place for an installation, and a port that nobody listens on. */
async function aPlace() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, "data");
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const settings = { NODE_COMPILE_CACHE: compileCache, KATKEY_DATA_DIR: data, PORT: String(port) };
  const katkey = (typed: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    new Promise<Outcome>((resolve) => {
      const env = { ...settings, ...more };
      const child = execFile(process.execPath, [cli, ...typed], { env }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode, stdout, stderr }),
      );
    });
  const start = async () => {
    const child = spawn(process.execPath, [serverMain], { env: settings, stdio: "ignore" });
    onTestFinished(() => void child.kill("SIGKILL"));
    const url = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) await sleep(20);
    return url;
  };
  return { data, katkey, start };
}

describe("katkey init", () => {
  it("makes an installation with its administrator and first organization, which signs in at the server", async () => {
    const { data, katkey, start } = await aPlace();
    const made = await katkey(["init", "--organization", "Acme", "--json"], admin);
    expect(made).toMatchObject({ code: 0, stderr: "" });
    const { organization, administrator } = JSON.parse(made.stdout);
    expect({ organization, administrator }).toEqual({
      organization: { id: expect.stringMatching(/^org_/), name: "Acme" },
      administrator: { email: "ada@example.com" },
    });
    expect(
      readdirSync(data)
        .filter((name) => !name.includes("-"))
        .toSorted(),
    ).toEqual(["katkey.db", "usage.db"]);
    expect(statSync(data).mode & 0o777).toBe(0o700);

    const url = await start();
    const body = JSON.stringify({ email: admin.KATKEY_ADMIN_EMAIL, password: admin.KATKEY_ADMIN_PASSWORD });
    const headers = { "content-type": "application/json", origin: url.replace("127.0.0.1", "localhost") };
    expect((await fetch(`${url}/auth/sign-in/email`, { method: "POST", body, headers })).status).toBe(200);
    const issued = await katkey(["keys", "issue", "Shop", "--organization", organization.id]);
    const token = { authorization: `Bearer ${issued.stdout.trim()}` };
    expect((await fetch(`${url}/v1/user`, { headers: token })).status).toBe(200);
    const again = await katkey(["setup-link", "--json"]);
    expect(JSON.parse(again.stderr)).toMatchObject({ error: { code: "setup_done" } });
  });

  it("without an administrator leaves the first account to the setup link", async () => {
    const { katkey } = await aPlace();
    const made = await katkey(["init"]);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining("katkey setup-link") });
    const [first, second] = [await katkey(["setup-link"]), await katkey(["setup-link"])];
    for (const { code, stdout } of [first, second]) {
      expect({ code, stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^http:\/\/localhost:\d+\/setup#\S{43}\n$/),
      });
    }
    expect(first.stdout).not.toBe(second.stdout);
  });

  it.each([
    [
      "an installation",
      (_data: string, katkey: (typed: readonly string[]) => Promise<Outcome>) => katkey(["init"]),
    ],
    [
      "something else",
      async (data: string) => {
        mkdirSync(data);
        writeFileSync(join(data, "photo.jpg"), "");
      },
    ],
  ])("refuses where there is %s, and leaves it so", async (_, make) => {
    const { data, katkey } = await aPlace();
    await make(data, katkey);
    // Whoever asks a database what time it is has SQLite put its own two files beside it.
    const files = () => readdirSync(data).filter((name) => !/-(?:wal|shm)$/.test(name));
    const before = files();
    const { code, stdout, stderr } = await katkey(["init"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/is not empty: there is an installation already, or something else\.\n$/);
    expect(files()).toEqual(before);
  });

  it("makes nothing of settings that are wrong", async () => {
    const { data, katkey } = await aPlace();
    const short = { ...admin, KATKEY_ADMIN_PASSWORD: "short" };
    expect((await katkey(["init"], short)).code).toBe(2);
    const ownerless = await katkey(["init", "--organization", "Acme"]);
    expect(ownerless.stderr).toMatch(/^An organization needs an owner: set KATKEY_ADMIN_EMAIL/);
    expect((await katkey(["init", "--organization", " "], admin)).stderr).toMatch(/^organization: /);
    expect(statSync(data, { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe("katkey status", () => {
  it("says how the installation is beside its server, and exits with 1 once nobody answers", async () => {
    const { katkey, start } = await aPlace();
    await katkey(["init"]);
    const still = await katkey(["status"]);
    expect(still).toMatchObject({ code: 1, stderr: "" });
    expect(still.stdout).toMatch(/^server +http:\/\/127\.0\.0\.1:\d+ does not answer\n/);
    await start();
    const running = await katkey(["status", "--json"]);
    expect(JSON.parse(running.stdout)).toMatchObject({
      well: true,
      server: { ready: true, says: "ok" },
      troubles: [],
      sqliteVersion: expect.stringMatching(/^3\./),
      freeBytes: expect.any(Number),
    });
    expect(running.code).toBe(0);
    expect((await katkey(["status"])).stdout).toMatch(/\nschema +keys\/\d{4}_\S+, since 20\S+Z\n/);
  });
});

describe("katkey doctor", () => {
  it("finds nothing wrong with a new installation, and says what it looks at beside the answer", async () => {
    const { katkey } = await aPlace();
    await katkey(["init"]);
    const { code, stdout, stderr } = await katkey(["doctor"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing is wrong.\n" });
    expect(stderr).toContain("Looking at katkey.db …\n");
  });

  it("names each finding with what to do, and exits with 1", async () => {
    const { data, katkey } = await aPlace();
    await katkey(["init", "--organization", "Acme"], admin);
    const database = new Sqlite(join(data, "katkey.db"));
    const organization = database.prepare("select id from organization").pluck().get();
    // As if the clock had been set back since, and somebody had been at the file.
    const later = Date.now() + 1_000_000_000;
    for (const trigger of database
      .prepare("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all()) {
      database.exec(`drop trigger ${String(trigger)}`);
    }
    database.prepare("update audit_entry set at = ?").run(later);
    database.pragma("foreign_keys = off");
    database.exec(
      "insert into member (id, organization_id, user_id, role, joined_at) values ('mem_x', 'org_x', 'usr_x', 'owner', 0)",
    );
    database.close();
    rmSync(join(data, "session-secret"));
    mkdirSync(join(data, "katkey.db.new-1"));
    chmodSync(join(data, "usage.db"), 0o644);
    const told = await katkey(["doctor", "--json"], { KATKEY_ORIGIN: "http://keys.example.com" });
    const { checks, well } = JSON.parse(told.stdout);
    expect({ well, code: told.code }).toEqual({ well: false, code: 1 });
    const findings = new Map<string, readonly string[]>(
      checks.map(({ check, findings: all }: { check: string; findings: readonly string[] }) => [check, all]),
    );
    expect(findings.get("settings")).toEqual([
      expect.stringMatching(/^KATKEY_ORIGIN is http:.*set it to https\.$/),
    ]);
    expect(findings.get("files")).toEqual([
      expect.stringMatching(/usage\.db is open to others than its owner\. Run chmod 600 /),
      expect.stringMatching(/^session-secret is missing\. Put it back/),
      expect.stringMatching(/katkey\.db\.new-1 is left of a first start that was killed\. Delete it\.$/),
    ]);
    expect(findings.get("katkey.db")).toEqual([
      "A row of member names one that is not there. Restore it from a backup.",
    ]);
    expect(findings.get("usage.db")).toEqual([]);
    expect(findings.get("logs")).toEqual([
      expect.stringContaining(
        `The log of Acme (${String(organization)}) is broken at entry 1 (changed). Run katkey audit verify`,
      ),
      expect.stringMatching(
        /^The clock says 20.* but the newest entry is of 20.*\. Set the clock right \(NTP\)\.$/,
      ),
    ]);
    const lines = await katkey(["doctor"], { KATKEY_ORIGIN: "http://keys.example.com" });
    expect(lines.stdout).toMatch(/\nkatkey\.db: A row of member .*\n[^]*\n\d+ findings\.\n$/);
  });

  it.each([
    ["is not there", () => {}, /^files: The data directory \S+ cannot be read: it is not there/],
    [
      "holds something else",
      (data: string) => {
        mkdirSync(data, { mode: 0o700 });
        writeFileSync(join(data, "katkey.db"), "x".repeat(5_000), { mode: 0o600 });
      },
      /^files: session-secret is missing.*\nkatkey\.db: \S+ is not a Katkey database\.\nusage\.db: \S+ is missing\.\n/,
    ],
  ])("says once what kept it from looking, when the data %s", async (_, make, findings) => {
    const { data, katkey } = await aPlace();
    make(data);
    const { code, stdout } = await katkey(["doctor"]);
    expect(stdout).toMatch(findings);
    expect(code).toBe(1);
  });
});
