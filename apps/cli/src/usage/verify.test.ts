import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeDueMonths, defaultPrices, monthOf } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { aDirectory } from "../../testing/directory.ts";
import { anInstallation, tamper } from "../../testing/installation.ts";
import { aServer } from "../../testing/server.ts";
import { aShell, aShellOn } from "../../testing/shell.ts";

const now = new Date();
/** The first millisecond of a month that began so many months ago: the server beside has the time of day. */
const monthsAgo = (count: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count);
const [first, second, running] = [monthsAgo(2), monthsAgo(1), monthsAgo(0)];
const firstMonth = monthOf(first);

const verify = (directory: string) => aShellOn(directory)("usage", "verify");
const aServerOn = (directory: string) => aServer({ KATKEY_DATA_DIR: directory });

/** An organization whose two keys made requests in three months, of which two are closed unless told otherwise. */
async function aCount({ since = first, closedAt = running } = {}) {
  const {
    directory,
    database,
    usage: file,
    desk,
    organization,
    close,
  } = await anInstallation({ now: since });
  const usage = sqlite.createSqliteUsageLog(file, () => {});
  const statements = sqlite.createSqliteStatementStore(database);
  for (const at of [first, second, running]) {
    for (const [key, count] of [
      ["key_1", 4],
      ["key_2", 3],
    ] as const) {
      const use = { publicKeyId: key, keyId: key, organizationId: organization.id, at } as const;
      const uses = Array.from({ length: count }, () => usage.record({ ...use, ...served }));
      await Promise.all(uses);
    }
  }
  const { tenancy } = desk;
  await closeDueMonths({ tenancy, usage, statements, prices: defaultPrices }, { now: closedAt });
  usage.close();
  close();
  return { directory, organizationId: organization.id };
}

const served = {
  environment: "live",
  requests: 1,
  address: "192.0.2.1",
  userAgent: null,
  method: "GET",
  route: "/v1/user",
  status: 200,
  refused: false,
  retiring: false,
  cause: "none",
} as const;

const allIsWell =
  /^Checked 1 organization, 3 months with requests, 21 requests, [\d,]+ statements: every sum is what was counted, and what is billed\.\n$/;

describe("katkey usage verify", () => {
  it("proves that the sum over keys equals the organization's total equals the billed total", async () => {
    const { directory } = await aCount();
    const { code, stdout, stderr } = await verify(directory);
    expect(stderr).toBe("");
    expect(stdout).toMatch(allIsWell);
    expect(stdout).toContain("2 statements");
    expect(code).toBe(0);
  });

  it("names each difference on a line of its own, and exits with 1", async () => {
    const { directory, organizationId } = await aCount();
    tamper(directory, "katkey.db", `update statement set requests = 9 where month = '${firstMonth}'`);
    tamper(
      directory,
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
    const { directory } = await aCount({ since: monthsAgo(200), closedAt: monthsAgo(199) });
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
    const { directory } = await aCount();
    const server = await aServerOn(directory);
    await server.end("SIGKILL");
    expect(await verify(directory)).toMatchObject({ code: 0, stdout: expect.stringMatching(allIsWell) });
    const again = await aServerOn(directory);
    expect(await again.end("SIGTERM")).toBe(0);
  });

  it("names what was recorded and could not be read", async () => {
    const { directory } = await aCount();
    tamper(directory, "usage.db", "insert into unread_use (uses) values ('[')");
    const { code, stdout } = await verify(directory);
    expect(stdout).toMatch(/^usage\.db: 1 row of uses could not be read.*\nChecked .*: 1 difference\.\n$/);
    expect(code).toBe(1);
  });

  it("reads around what waits to be filed, and leaves it there", async () => {
    const { directory } = await aCount();
    const use = { publicKeyId: "key_1", keyId: "key_1", organizationId: "org_1", at: running } as const;
    const usage = new Sqlite(join(directory, "usage.db"));
    sqlite.countUses(usage, [{ ...use, ...served }]);
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
      "katkey.db is not a Katkey database. Move it away",
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
    const { directory } = await aCount();
    for (const end of ["", "-wal", "-shm"]) rmSync(join(directory, `usage.db${end}`), { force: true });
    const { code, stderr } = await verify(directory);
    expect(stderr).toMatch(/usage\.db is missing\. .*put back a backup/);
    expect(code).toBe(2);
  });

  it("names mistakes in the settings, and exits with 2", async () => {
    const { code, stderr } = await aShell({ KATKEY_PRICES: "{}" })("usage", "verify");
    expect(stderr).toMatch(/^KATKEY_PRICES/);
    expect(code).toBe(2);
  });

  it("tells a program what it did as one document, and that something is not well", async () => {
    const { directory } = await aCount();
    const asked = () => aShellOn(directory)("usage", "verify", "--json");
    const well = await asked();
    expect(JSON.parse(well.stdout)).toMatchObject({ well: true, organizations: 1, bills: [], sums: [] });
    expect(well).toMatchObject({ code: 0, stderr: "" });
    tamper(directory, "katkey.db", `update statement set requests = 9 where month = '${firstMonth}'`);
    const unwell = await asked();
    expect(JSON.parse(unwell.stdout)).toMatchObject({ well: false, bills: [{ billed: 9 }, { billed: 9 }] });
    expect(unwell).toMatchObject({ code: 1, stderr: "" });
  });
});
