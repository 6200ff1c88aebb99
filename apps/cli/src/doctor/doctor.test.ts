import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { createOrganization } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { tamper } from "../../testing/installation.ts";
import { admin, aPlace } from "../../testing/place.ts";
import type { InstallationHealth } from "../health/read-health.ts";
import { clockFindings } from "./clock.ts";
import { healthFindings } from "./health.ts";
import { nodeFindings } from "./node.ts";

const beginning =
  /^files: Nothing is in \S+ yet\. If KATKEY_DATA_DIR is right, npm start or katkey init begins; .*\n1 finding\.\n$/;

describe("katkey doctor", () => {
  it("finds nothing wrong with a new installation, and tells a pipe of no progress", async () => {
    const { katkey } = await aPlace();
    await katkey(["init"]);
    const { code, stdout, stderr } = await katkey(["doctor"]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "Nothing is wrong.\n", stderr: "" });
  });

  it("names each finding with what to do, and exits with 1", async () => {
    const { data, katkey } = await aPlace();
    await katkey(["init", "--organization", "Acme"], admin);
    // As if the clock had been set back since, and somebody had been at the file.
    tamper(
      data,
      "katkey.db",
      `update audit_entry set at = ${Date.now() + 1_000_000_000};
      pragma foreign_keys = off;
      insert into member (id, organization_id, user_id, role, joined_at) values ('mem_x', 'org_x', 'usr_x', 'owner', 0)`,
    );
    rmSync(join(data, "session-secret"));
    mkdirSync(join(data, "katkey.db.new-1"));
    writeFileSync(join(data, "session-secret.01.new"), "");
    mkdirSync(join(data, "usage.db.look-1"));
    chmodSync(join(data, "usage.db"), 0o644);
    const settings = { KATKEY_ORIGIN: "http://keys.example.com", KATKEY_BACKUP_DIR: join(data, "backups") };
    const told = await katkey(["doctor", "--json"], settings);
    const { checks, well } = JSON.parse(told.stdout);
    expect({ well, code: told.code }).toEqual({ well: false, code: 1 });
    const findings = new Map<string, readonly string[]>(
      checks.map(({ check, findings: all }: { check: string; findings: readonly string[] }) => [check, all]),
    );
    expect(findings.get("settings")).toEqual([
      expect.stringMatching(/^KATKEY_ORIGIN is http:.*set it to https\.$/),
      expect.stringMatching(/^KATKEY_BACKUP_DIR lies in KATKEY_DATA_DIR/),
    ]);
    expect(findings.get("files")).toEqual([
      expect.stringMatching(/usage\.db is open to others than its owner\. Run chmod 600 /),
      expect.stringMatching(/^session-secret is missing\. Put it back/),
      expect.stringMatching(/katkey\.db\.new-1 is left of a first start that was killed\. Delete it\.$/),
      expect.stringMatching(
        /session-secret\.01\.new is left of a first start that was killed\. Delete it\.$/,
      ),
      expect.stringMatching(/usage\.db\.look-1 is left of a command that was killed\. Delete it\.$/),
    ]);
    expect(findings.get("katkey.db")).toEqual([
      expect.stringMatching(
        /^A row of member names one that is not there\. Restore a backup: .*"Damaged files"/,
      ),
    ]);
    expect(findings.get("usage.db")).toEqual([]);
    expect(findings.get("logs")).toEqual([
      expect.stringMatching(
        /^The log of Acme \(org_\w+\) is broken at entry 1 \(changed\)\. Run katkey audit verify/,
      ),
    ]);
    expect(findings.get("clock")).toEqual([
      expect.stringMatching(
        /^This machine says 20.*, and the servers were last at 20.*The clock was set back.*katkey clock reset\.$/,
      ),
    ]);
    expect(findings.get("health")).toEqual([
      expect.stringMatching(/^The folder that KATKEY_BACKUP_DIR names is not there: make it, /),
    ]);
    const lines = await katkey(["doctor"], settings);
    expect(lines.stdout).toMatch(/\nkatkey\.db: A row of member .*\n[^]*\n\d+ findings\.\n$/);
  });

  it.each([
    ["is not there yet", () => {}, beginning],
    ["is an empty directory", (data: string) => mkdirSync(data, { mode: 0o700 }), beginning],
    [
      "is what a first start has left that was killed",
      (data: string) => mkdirSync(join(data, "katkey.db.new-1"), { recursive: true, mode: 0o700 }),
      beginning,
    ],
    [
      "is a directory from which katkey.db was lost",
      (data: string) => {
        mkdirSync(data, { mode: 0o700 });
        writeFileSync(join(data, "session-secret"), "", { mode: 0o600 });
      },
      /^start: \S+katkey\.db is missing\. .*"Damaged files".* To begin from nothing, /,
    ],
    [
      "holds something else",
      (data: string) => {
        mkdirSync(data, { mode: 0o700 });
        writeFileSync(join(data, "katkey.db"), "x".repeat(5_000), { mode: 0o600 });
      },
      /^start: \S+ is not a Katkey database\. Move it away.*\nfiles: session-secret is missing.*\nusage\.db: \S+ is missing\. KATKEY_DATA_DIR.*"Damaged files"/,
    ],
  ])("says once what kept it from looking, when the data %s", async (_, make, findings) => {
    const { data, katkey } = await aPlace();
    make(data);
    const { code, stdout } = await katkey(["doctor"]);
    expect(stdout).toMatch(findings);
    expect(code).toBe(1);
  });
});

const noon = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const day = 24 * hour;

/** The logs of Acme, which was made at noon. */
async function logs() {
  const database = sqlite.openDatabase({ path: ":memory:", migrations: sqlite.keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  const [tenancy, marks] = [
    sqlite.createSqliteTenancyStore(database),
    sqlite.createSqliteClockMarks(database),
  ];
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  const from = { now: noon, address: null, requestId: null };
  await createOrganization(
    { tenancy, random: randomBytes },
    { name: "Acme", plan: "standard", owner, ...from },
  );
  return {
    audit: sqlite.createSqliteAuditLog(database),
    tenancy,
    heads: () => sqlite.listChainHeads(database),
    clockMark: marks.find,
    marks,
    random: randomBytes,
    close: () => undefined,
  };
}

describe("the clock", () => {
  it("is right when it says what the servers went by, or somewhat more", async () => {
    const installation = await logs();
    await installation.marks.raise({ at: noon + hour, resets: 0 });
    expect(await clockFindings(installation, noon + hour - 4_000)).toEqual([]);
    expect(await clockFindings(installation, noon + 30 * day)).toEqual([]);
  });

  it.each([
    [
      "was set back",
      -hour,
      /^This machine says 2026-11-22T12:00:00\.000Z, and the servers were last at 2026-11-22T13:00:00\.000Z\. The clock was set back.*Set it right \(NTP\)/,
    ],
    [
      "leapt",
      40 * day,
      /^This machine says 2027-01-01T.* The clock leapt ahead.*no month is closed.*katkey clock reset\.$/,
    ],
    [
      "leapt by years",
      800 * day,
      /^The clock of this machine says 2029-01-30, .*2026-11-22\. Set the clock right, or say that it is: katkey clock reset\.$/,
    ],
  ])("is told of when it %s, with what to do", async (_, by, sentence) => {
    const installation = await logs();
    await installation.marks.raise({ at: noon + hour, resets: 0 });
    expect(await clockFindings(installation, noon + hour + by)).toEqual([expect.stringMatching(sentence)]);
  });

  it("is compared with the newest entry where no mark was kept", async () => {
    expect(await clockFindings(await logs(), noon - hour)).toHaveLength(1);
  });
});

describe("health", () => {
  const backups = {
    everySeconds: 21_600,
    folderFault: null,
    newest: { madeAt: "2026-11-22T06:00:00.000Z", bytes: 1 },
    overdue: false,
  };
  const well: InstallationHealth = {
    dataDirectory: "/data",
    server: { url: "http://127.0.0.1:3000", ready: true, says: "ok", ours: true },
    troubles: [],
    version: "0.1.0",
    commit: null,
    starts: null,
    processes: 1,
    sealed: false,
    sealKeySet: false,
    sqliteVersion: "3.51.3",
    migrations: [],
    files: [{ name: "katkey.db", bytes: 1_000 }],
    freeBytes: 10_000_000_000,
    unfiledUses: 0,
    backups,
  };

  it("has no finding where all is well, nor because no server runs", () => {
    expect(healthFindings(well)).toEqual([]);
    expect(
      healthFindings({ ...well, server: { ...well.server, ready: false, says: null, ours: null } }),
    ).toEqual([]);
  });

  it.each<[Partial<InstallationHealth>, readonly RegExp[]]>([
    [
      { troubles: ["clock_leapt", "reserve_missing"] },
      [/^The clock leapt ahead/, /^There is not the room for the reserve/],
    ],
    [{ server: { ...well.server, says: "stopping" } }, [/says that it is stopping\. Its log says why\.$/]],
    [{ freeBytes: 1_000_000 }, [/^Only 1\.0 MB are free beside 1\.0 kB of data\. Make room: 500\.0 MB/]],
    [{ unfiledUses: 6_000 }, [/^6,000 rows of uses are not filed/]],
    [
      { backups: { ...backups, overdue: true } },
      [/^The newest backup is of 2026-11-22T06:00:00\.000Z, and one is due every 6 hours\./],
    ],
    [{ backups: { ...backups, folderFault: "missing" } }, [/^The folder that .* is not there: make it, /]],
    [{ backups: { ...backups, newest: null } }, [/^There is no backup in KATKEY_BACKUP_DIR\./]],
  ])("tells of %j", (change, findings) => {
    expect(healthFindings({ ...well, ...change })).toEqual(findings.map((one) => expect.stringMatching(one)));
  });
});

it("another Node than the one that Katkey brings is told of", () => {
  expect(nodeFindings("24.30.1")).toEqual([]);
  expect(nodeFindings("26.0.0")).toEqual([expect.stringMatching(/^This is Node 26\.0\.0, .* npm start/)]);
});
