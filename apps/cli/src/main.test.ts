import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDueMonths, createOrganization, defaultPrices, monthOf } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";

const cli = join(import.meta.dirname, "main.ts");
const serverMain = join(import.meta.dirname, "../../server/src/main.ts");
const compileCache = join(import.meta.dirname, "../../../node_modules/.cache/compile");

const now = new Date();
/** The first millisecond of a month that began so many months ago: the server beside has the time of day. */
const monthsAgo = (count: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count);
const [first, second, running] = [monthsAgo(2), monthsAgo(1), monthsAgo(0)];
const firstMonth = monthOf(first);

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a process of its own. */
function katkey(typed: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { env: { NODE_COMPILE_CACHE: compileCache, ...env } };
    const child = execFile(process.execPath, [cli, ...typed], options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

const verify = (dataDirectory: string) => katkey(["usage", "verify"], { KATKEY_DATA_DIR: dataDirectory });

function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "katkey-cli-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** An organization whose two keys made requests in three months, of which two are closed unless told otherwise. */
async function anInstallation({ since = first, closedAt = running } = {}) {
  const directory = aDirectory();
  const file = (name: string) => join(directory, name);
  const open = (name: string, migrations: typeof sqlite.keysMigrations) =>
    sqlite.openDatabase({ path: file(name), migrations, now: since });
  const database = open("katkey.db", sqlite.keysMigrations);
  const usage = sqlite.createSqliteUsageLog(open("usage.db", sqlite.usageMigrations), () => {});
  const tenancy = sqlite.createSqliteTenancyStore(database);
  const statements = sqlite.createSqliteStatementStore(database);
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  const { organization } = await createOrganization(
    { tenancy, random: randomBytes },
    { name: "Acme", plan: "standard", owner, now: since, address: null, requestId: null },
  );
  const organizationId = organization.id;
  for (const at of [first, second, running]) {
    for (const [key, count] of [
      ["key_1", 4],
      ["key_2", 3],
    ] as const) {
      const use = {
        publicKeyId: key,
        keyId: key,
        organizationId,
        environment: "live",
        requests: 1,
        at,
      } as const;
      const request = { address: "192.0.2.1", userAgent: null, method: "GET", route: "/v1/user" };
      const end = { status: 200, refused: false, retiring: false, cause: "none" };
      const uses = Array.from({ length: count }, () => usage.record({ ...use, ...request, ...end }));
      await Promise.all(uses);
    }
  }
  await closeDueMonths({ tenancy, usage, statements, prices: defaultPrices }, { now: closedAt });
  usage.close();
  database.close();
  const tamper = (name: "katkey.db" | "usage.db", sql: string) => {
    const tampered = new Sqlite(file(name));
    for (const trigger of tampered
      .prepare("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all()) {
      tampered.exec(`drop trigger ${trigger}`);
    }
    tampered.exec(sql);
    tampered.close();
  };
  return { directory, organizationId, tamper };
}

/** The product itself on the same data, ready for requests. */
async function aServerOn(directory: string) {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const env = { NODE_COMPILE_CACHE: compileCache, PORT: String(port), KATKEY_DATA_DIR: directory };
  const child = spawn(process.execPath, [serverMain], { env, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok ?? false;
  while (!(await isReady())) await sleep(20);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { isReady, end };
}

const allIsWell =
  /^Checked 1 organization, 3 months with requests, 21 requests, [\d,]+ statements: every sum is what was counted, and what is billed\.\n$/;

describe("katkey usage verify", () => {
  it("proves that the sum over keys equals the organization's total equals the billed total", async () => {
    const { directory } = await anInstallation();
    const { code, stdout, stderr } = await verify(directory);
    expect(stderr).toBe("");
    expect(stdout).toMatch(allIsWell);
    expect(stdout).toContain("2 statements");
    expect(code).toBe(0);
  });

  it("names each difference on a line of its own, and exits with 1", async () => {
    const { directory, organizationId, tamper } = await anInstallation();
    tamper("katkey.db", `update statement set requests = 9 where month = '${firstMonth}'`);
    tamper(
      "usage.db",
      `update usage_sum set served = 5 where granularity = 'day' and group_by = 'key' and "group" = 'key_1'
        and start = ${second / 3_600_000}`,
    );
    const { code, stdout } = await verify(directory);
    expect(stdout.trimEnd().split("\n")).toEqual([
      `${organizationId} live ${monthOf(second)}-01 by key key_1: counted 4 served, 0 refused, 0 failed, but the sum is 5 served, 0 refused, 0 failed`,
      `${organizationId} ${firstMonth}: the keys have 7 requests, but the statement bills 9`,
      `${organizationId} ${firstMonth}: the organization has 7 requests, but the statement bills 9`,
      expect.stringMatching(/^Checked 1 organization, .*: 3 differences\.$/),
    ]);
    expect(code).toBe(1);
  });

  it("is safe beside a running server, and true while that closes months", async () => {
    const { directory } = await anInstallation({ since: monthsAgo(200), closedAt: monthsAgo(199) });
    const server = await aServerOn(directory);
    for (let closed = 0; closed < 200;) {
      const outcome = await verify(directory);
      expect(outcome).toMatchObject({ code: 0, stdout: expect.stringMatching(allIsWell) });
      closed = Number(/(\d+) statements/.exec(outcome.stdout)?.[1]);
    }
    expect(await server.isReady()).toBe(true);
    expect(await server.end("SIGTERM")).toBe(0);
  });

  it("reads what a server left behind that was killed", async () => {
    const { directory } = await anInstallation();
    const server = await aServerOn(directory);
    await server.end("SIGKILL");
    expect(await verify(directory)).toMatchObject({ code: 0, stdout: expect.stringMatching(allIsWell) });
    const again = await aServerOn(directory);
    expect(await again.end("SIGTERM")).toBe(0);
  });

  it("names what was recorded and could not be read", async () => {
    const { directory, tamper } = await anInstallation();
    tamper("usage.db", "insert into unread_use (uses) values ('[')");
    const { code, stdout } = await verify(directory);
    expect(stdout).toMatch(/^usage\.db: a row of uses could not be read.*\nChecked .*: 1 difference\.\n$/);
    expect(code).toBe(1);
  });

  it("reads around what waits to be filed, and leaves it there", async () => {
    const { directory } = await anInstallation();
    const key = {
      publicKeyId: "key_1",
      keyId: "key_1",
      organizationId: "org_1",
      environment: "live",
    } as const;
    const request = { at: running, address: "192.0.2.1", userAgent: null, method: "GET", route: "/v1/user" };
    const end = { requests: 1, status: 200, refused: false, retiring: false, cause: "none" };
    const usage = new Sqlite(join(directory, "usage.db"));
    sqlite.countUses(usage, [{ ...key, ...request, ...end }]);
    expect(await verify(directory)).toMatchObject({ code: 0, stdout: expect.stringMatching(allIsWell) });
    expect(usage.prepare("select count(*) from use_journal").pluck().get()).toBe(1);
    usage.close();
  });

  it.each([
    [
      "is not there",
      () => join(aDirectory(), "none"),
      "cannot be read: it is not there. KATKEY_DATA_DIR says where it is.",
    ],
    ["is empty", () => aDirectory(), "katkey.db is missing."],
    [
      "is no directory",
      () => {
        const path = join(aDirectory(), "file");
        writeFileSync(path, "");
        return path;
      },
      "cannot be read: it is not a directory.",
    ],
    [
      "holds something else",
      () => {
        const directory = aDirectory();
        writeFileSync(join(directory, "katkey.db"), "x".repeat(5_000));
        return directory;
      },
      "katkey.db is not a Katkey database.",
    ],
  ])(
    "exits with 2 and one sentence when the data directory %s, and leaves it so",
    async (_, make, sentence) => {
      const directory = make();
      const content = () =>
        statSync(directory, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(directory) : [];
      const before = content();
      const { code, stdout, stderr } = await verify(directory);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(sentence);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(content()).toEqual(before);
    },
  );

  it("exits with 2 when the count is gone", async () => {
    const { directory } = await anInstallation();
    for (const end of ["", "-wal", "-shm"]) rmSync(join(directory, `usage.db${end}`), { force: true });
    const { code, stderr } = await verify(directory);
    expect(stderr).toMatch(/usage\.db is missing\.\n$/);
    expect(code).toBe(2);
  });

  it("names mistakes in the settings, and exits with 2", async () => {
    const { code, stderr } = await katkey(["usage", "verify"], { KATKEY_PRICES: "{}" });
    expect(stderr).toMatch(/^KATKEY_PRICES/);
    expect(code).toBe(2);
  });
});

describe("katkey", () => {
  it("--help lists the commands in groups, and says what each exits with and reads from the environment", async () => {
    const { code, stdout, stderr } = await katkey(["--help"]);
    expect(stdout).toMatch(/^Usage: katkey <command>\n/);
    expect(stdout).toMatch(/\nPeople:\n {2}two-factor off +Turn two-factor off /);
    expect(stdout).toMatch(/\nUsage and billing:\n {2}usage verify +Recompute every sum/);
    expect(stdout).toMatch(
      /\nExit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n\nEnvironment:\n {2}KATKEY_DATA_DIR /,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it.each([[["service-tokens", "--help"]], [["service-tokens", "-h"]], [["help", "service-tokens"]]])(
    "%j lists the commands of that name, with what they take",
    async (typed) => {
      const { code, stdout, stderr } = await katkey(typed);
      expect(stdout).toMatch(/^Usage: katkey service-tokens <command>\n/);
      expect(stdout).toMatch(/\n {2}service-tokens issue <name> +Issue a token/);
      expect(stdout).not.toContain("usage verify");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    },
  );

  it.each([[["usage", "verify", "--help"]], [["usage", "verify", "help"]], [["help", "usage", "verify"]]])(
    "%j explains that command, by an example too",
    async (typed) => {
      const { code, stdout, stderr } = await katkey(typed);
      expect(stdout).toMatch(/^Usage: katkey usage verify \[options\]\n\nRecompute every sum/);
      expect(stdout).toContain("\nExample:\n  katkey usage verify\n");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    },
  );

  it("says everything that can be typed as JSON, each command with an example of itself", async () => {
    const { stdout } = await katkey(["--help", "--json"]);
    const listed: readonly { readonly name: string; readonly example: string }[] = JSON.parse(stdout);
    expect(listed.length).toBeGreaterThan(7);
    expect(listed.filter(({ name, example }) => !example.includes(`katkey ${name}`))).toEqual([]);
  });

  it.each([
    [["usage"], '"usage" is only a part of a command.'],
    [["nothing", "--help"], 'There is no command "nothing".'],
    [["usages", "verify"], 'There is no command "usages verify". Did you mean usage?'],
    [["usage", "verfy"], 'There is no command "usage verfy". Did you mean verify?'],
    [[], "No command was given."],
  ])("refuses %j with the list of commands, and exits with 2", async (typed, sentence) => {
    const { code, stdout, stderr } = await katkey(typed);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`${sentence}\n\nUsage: katkey `);
    expect(stderr).toContain("usage verify");
  });

  it.each([
    [["usage", "verify", "now"], "Too many arguments for 'verify'. Expected 0 arguments but got 1: now."],
    [["two-factor", "off"], "Missing required argument 'e-mail address'."],
    [["service-tokens", "list", "--al"], "Unknown option '--al'. Did you mean --all?"],
    [["service-tokens", "rotate", "svt_1", "--overlap"], "Option '--overlap <seconds>' argument missing."],
  ])("refuses %j in one sentence, and exits with 2", async (typed, sentence) => {
    expect(await katkey(typed)).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
  });

  it("tells a program what it did as one document, and that something is not well", async () => {
    const { directory, tamper } = await anInstallation();
    const typed = ["usage", "verify", "--json"];
    const well = await katkey(typed, { KATKEY_DATA_DIR: directory });
    expect(JSON.parse(well.stdout)).toMatchObject({ well: true, organizations: 1, bills: [], sums: [] });
    expect(well).toMatchObject({ code: 0, stderr: "" });
    tamper("katkey.db", `update statement set requests = 9 where month = '${firstMonth}'`);
    const unwell = await katkey(typed, { KATKEY_DATA_DIR: directory });
    expect(JSON.parse(unwell.stdout)).toMatchObject({ well: false, bills: [{ billed: 9 }, { billed: 9 }] });
    expect(unwell).toMatchObject({ code: 1, stderr: "" });
  });

  it.each([
    [
      ["usage", "verify"],
      { KATKEY_DATA_DIR: "/nowhere" },
      "data_directory_unusable",
      /\/nowhere cannot be read/,
    ],
    [["usage", "verify"], { KATKEY_PRICES: "{}" }, "settings_invalid", /^KATKEY_PRICES/],
    [["usage", "verfy"], {}, "usage", /^There is no command "usage verfy"\. Did you mean verify\?$/],
    [["usage"], {}, "usage", /^"usage" is only a part of a command\.$/],
  ])("tells a program why %j with %j could not be done", async (typed, env, code, message) => {
    const outcome = await katkey([...typed, "--json"], env);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(JSON.parse(outcome.stderr)).toEqual({ error: { code, message: expect.stringMatching(message) } });
  });
});
