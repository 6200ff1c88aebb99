import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hash, randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrganization } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { openFiles } from "./open-files.ts";
import { schema } from "./schema.ts";

const now = Date.UTC(2026, 10, 22, 9, 30);

/** A data directory, and a start on it. */
function aPlace() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, "data");
  const lines: string[] = [];
  const log = createLog("warn", { write: (line: string) => void lines.push(line) });
  const open = (settings = {}, isFirst = true) =>
    openFiles(readConfig({ KATKEY_DATA_DIR: data, ...settings }), { now, log, isFirst });
  const openAndClose = (settings = {}) => {
    const { database, usageDatabase, lostUsage } = open(settings);
    const lost = lostUsage();
    for (const one of [database, usageDatabase]) one.close();
    return lost;
  };
  return { data, file: (name: string) => join(data, name), open, openAndClose, lines };
}

async function aUsedPlace() {
  const place = aPlace();
  const { database, usageDatabase } = place.open();
  const tenancy = sqlite.createSqliteTenancyStore(database);
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  await createOrganization(
    { tenancy, random: randomBytes },
    { name: "Acme", plan: "standard", owner, now, address: null, requestId: null },
  );
  for (const one of [database, usageDatabase]) one.close();
  return place;
}

/** With the last changes in their logs, as a process leaves them that is killed. */
async function aPlaceLeftBehind() {
  const { file, open } = await aUsedPlace();
  const { database, usageDatabase } = open();
  const place = aPlace();
  mkdirSync(place.data);
  for (const name of ["katkey.db", "katkey.db-wal", "usage.db", "usage.db-wal", "session-secret"])
    copyFileSync(file(name), place.file(name));
  for (const one of [database, usageDatabase]) one.close();
  return place;
}

type Place = Awaited<ReturnType<typeof aUsedPlace>>;

function confuse({ file }: Place): void {
  renameSync(file("katkey.db"), file("other"));
  renameSync(file("usage.db"), file("katkey.db"));
  renameSync(file("other"), file("usage.db"));
}

function migrateOn({ file }: Place): void {
  const migrations = [{ name: "keys/9999_future", sql: "select 1" }];
  const database = sqlite.openDatabase({
    path: file("katkey.db"),
    migrations: [...schema["katkey.db"], ...migrations],
    now,
  });
  database.close();
}

const damagedFiles = /docs\/operations\.md, "Damaged files", says how/;

describe("a start that is refused names what to do next", () => {
  it.each<[string, (place: Place) => void, RegExp]>([
    ["katkey.db is missing", ({ file }) => rmSync(file("katkey.db")), damagedFiles],
    [
      "katkey.db and session-secret are missing",
      ({ file }) => ["katkey.db", "session-secret"].forEach((name) => rmSync(file(name))),
      /is missing\. .* put back a backup: .* To begin from nothing, move what is in \S+ aside: usage\.db\.$/,
    ],
    [
      "only the log of katkey.db is there",
      ({ file }) => {
        for (const name of ["katkey.db", "session-secret", "usage.db"]) rmSync(file(name));
        writeFileSync(file("katkey.db-wal"), "x");
      },
      damagedFiles,
    ],
    ["katkey.db is empty", ({ file }) => truncateSync(file("katkey.db")), damagedFiles],
    [
      "katkey.db is a text",
      ({ file }) => writeFileSync(file("katkey.db"), "Dear".repeat(2_000)),
      damagedFiles,
    ],
    ["katkey.db is half", ({ file }) => truncateSync(file("katkey.db"), 40_960), damagedFiles],
    ["its log is none", ({ file }) => writeFileSync(file("katkey.db-wal"), "x".repeat(50)), damagedFiles],
    ["both are confused", confuse, /Put katkey\.db and usage\.db each in its own place/],
    [
      "usage.db is katkey.db",
      ({ file }) => {
        rmSync(file("usage.db"));
        renameSync(file("katkey.db"), file("usage.db"));
      },
      damagedFiles,
    ],
    ["its version is newer", migrateOn, /Start the version that ran last/],
    [
      "katkey.db is a folder",
      ({ file }) => {
        rmSync(file("katkey.db"));
        mkdirSync(file("katkey.db"));
      },
      damagedFiles,
    ],
    [
      "a restore was cut off",
      ({ file }) => mkdirSync(file("restore-unfinished-1")),
      /Empty the directory, and restore/,
    ],
    ["session-secret is cut off", ({ file }) => truncateSync(file("session-secret"), 9), /Put it back/],
    [
      "session-secret is a folder",
      ({ file }) => {
        rmSync(file("session-secret"));
        mkdirSync(file("session-secret"));
      },
      /Run this as the server's user/,
    ],
    [
      "the data directory is a file",
      ({ data }) => {
        rmSync(data, { recursive: true });
        writeFileSync(data, "");
      },
      /Set KATKEY_DATA_DIR/,
    ],
  ])("when %s", async (_, spoil, next) => {
    const place = await aUsedPlace();
    spoil(place);
    expect(place.openAndClose).toThrow(next);
  });

  it("when only a key of the seal says that it should be sealed", async () => {
    const { openAndClose } = await aUsedPlace();
    expect(() => openAndClose({ KATKEY_SEAL_KEY: "01".repeat(32) })).toThrow(/run katkey seal apply/);
  });
});

describe("a beginning", () => {
  it("is where a first start was killed, in a new file system, and beside an empty folder for backups", () => {
    const { data, file, openAndClose } = aPlace();
    mkdirSync(data);
    for (const name of ["katkey.db.new-x1", "lost+found", "backups"]) mkdirSync(file(name));
    for (const name of [".gitkeep", ".DS_Store"]) writeFileSync(file(name), "");
    expect(openAndClose({ KATKEY_BACKUP_DIR: file("backups") })).toEqual([]);
  });

  it.each([
    ["reserve"],
    ["katkey.db-wal"],
    [".katkey.db-litestream"],
    ["usage.db.damaged-2026"],
    ["photo.jpg"],
  ])("is not where %s lies", (name) => {
    const { data, file, openAndClose } = aPlace();
    mkdirSync(data);
    writeFileSync(file(name), "");
    expect(openAndClose).toThrow(`To begin from nothing, move what is in ${data} aside: ${name}.`);
    expect(readdirSync(data)).toEqual([name]);
  });

  it("is not where there are backups, as when the disk is not mounted", () => {
    const { data, openAndClose } = aPlace();
    const settings = { KATKEY_BACKUP_DIR: `${data}-backups` };
    mkdirSync(settings.KATKEY_BACKUP_DIR);
    writeFileSync(join(settings.KATKEY_BACKUP_DIR, "katkey-auto-20261122T093000Z.tar"), "");
    expect(() => openAndClose(settings)).toThrow(
      /holds backups of an installation, such as katkey-auto-20261122T093000Z\.tar\. Mount its disk, /,
    );
    expect(readdirSync(data)).toEqual([]);
    expect(openAndClose()).toEqual([]);
    expect(openAndClose(settings)).toEqual([]);
  });
});

describe("a start that is refused leaves no trace", () => {
  it.each<[string, (place: Place) => void]>([
    ["both are confused", confuse],
    [
      "usage.db is katkey.db",
      ({ file }) => {
        for (const end of ["", "-wal"]) copyFileSync(file(`katkey.db${end}`), file(`usage.db${end}`));
      },
    ],
    ["its version is newer", migrateOn],
    ["session-secret is cut off", ({ file }) => truncateSync(file("session-secret"), 9)],
  ])("when %s", async (_, spoil) => {
    const place = await aPlaceLeftBehind();
    spoil(place);
    const files = () =>
      readdirSync(place.data).map((name) => [name, hash("sha256", readFileSync(place.file(name)))]);
    const before = files();
    expect(place.openAndClose).toThrow(/Put katkey\.db|"Damaged files"|version that ran last|Put it back/);
    expect(files()).toEqual(before);
  });
});

describe("a process that comes to those that run", () => {
  it("does not start on sealed rows that were put back, of which it knows nothing", async () => {
    const place = aPlace();
    const settings = { KATKEY_SEAL_KEY: "01".repeat(32) };
    const { database } = place.open(settings);
    const tenancy = sqlite.createSqliteTenancyStore(database);
    const owner = { userId: "usr_1", email: "ada@example.com" } as const;
    const { organization } = await createOrganization(
      { tenancy, random: randomBytes },
      { name: "Acme", plan: "standard", owner, now, address: null, requestId: null },
    );
    // Without the key.
    const intruder = sqlite.openDatabase({
      path: place.file("katkey.db"),
      migrations: schema["katkey.db"],
      now,
    });
    onTestFinished(() => void intruder.close());
    intruder.exec("create temp table old as select * from seal where sealed = 'organization'");
    database.prepare("update organization set suspended_at = ? where id = ?").run(now, organization.id);
    place.open(settings, false);

    intruder.exec("update organization set suspended_at = null");
    intruder.exec("update seal set (turn, mac) = (select turn, mac from old) where sealed = 'organization'");

    expect(() => place.open(settings, false)).toThrow("does not hold the rows that were sealed last");
  });
});

describe("what is made anew", () => {
  it("is no loss at a first start, nor at one after it", () => {
    const { openAndClose, lines } = aPlace();
    expect([openAndClose(), openAndClose(), lines]).toEqual([[], [], []]);
  });

  it("is a trouble in the place of usage.db, until its note is gone", async () => {
    const { file, openAndClose, lines } = await aUsedPlace();
    rmSync(file("usage.db"));
    expect([openAndClose(), openAndClose()]).toEqual([["usage_anew"], ["usage_anew"]]);
    expect(lines).toEqual([expect.stringMatching(/"reason":"\S+usage\.db is missing\. .*missing-2026/)]);
  });

  it("is told of in the place of session-secret", async () => {
    const { file, openAndClose, lines } = await aUsedPlace();
    rmSync(file("session-secret"));
    expect(openAndClose()).toEqual([]);
    expect(lines).toEqual([
      expect.stringMatching(/"level":40.*session-secret was missing, and a new one is made/),
    ]);
    openAndClose();
    expect(lines).toHaveLength(1);
  });
});
