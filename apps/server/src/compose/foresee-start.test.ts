import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrganization } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { noteStart } from "../start/starts.ts";
import { thisVersion } from "../start/this-version.ts";
import { foreseeStart } from "./foresee-start.ts";
import { openClock } from "./open-clock.ts";
import { openFiles } from "./open-files.ts";
import { schema } from "./schema.ts";
import { startRefusal } from "./start-refusal.ts";

const now = Date.UTC(2026, 10, 22, 9, 30);
const day = 24 * 3_600_000;
const [key, otherKey] = ["01", "02"].map((byte) => byte.repeat(32));
const withKey = (hex = "") => ({ KATKEY_SEAL_KEY: hex });

/** A data directory with an organization, which nobody has open. */
async function aPlace(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, "data");
  const configOf = (more: object) => readConfig({ KATKEY_DATA_DIR: data, ...more });
  const open = (more: object) => {
    const files = openFiles(configOf(more), { now, log: createLog("silent"), isFirst: true });
    const close = () => [files.database, files.usageDatabase].forEach((one) => void one.close());
    return { files, close };
  };
  const { files, close } = open(settings);
  const tenancy = sqlite.createSqliteTenancyStore(files.database);
  const owner = { userId: "usr_1", email: "ada@example.com" } as const;
  const from = { now, address: null, requestId: null };
  await createOrganization(
    { tenancy, random: randomBytes },
    { name: "Acme", plan: "standard", owner, ...from },
  );
  close();
  return {
    data,
    file: (name: string) => join(data, name),
    change(name: keyof typeof schema, sql: string) {
      const database = sqlite.changeDatabase(join(data, name), schema[name]);
      database.exec(sql);
      database.close();
    },
    /** What a start says that is refused. */
    start(more: object): string | undefined {
      try {
        const started = open(more);
        try {
          openClock({ now: () => now, monotonic: () => 0 }, started.files);
        } finally {
          started.close();
        }
        return undefined;
      } catch (cause) {
        return startRefusal(cause, data)?.message ?? String(cause);
      }
    },
    foresee: (more: object) => foreseeStart(configOf(more), { now, isThorough: true }),
  };
}

type Place = Awaited<ReturnType<typeof aPlace>>;

/** What somebody does, and the settings of the start after it. */
type Breaking = (place: Place) => unknown;

const directoryInPlaceOf = (path: string) => {
  rmSync(path, { recursive: true });
  mkdirSync(path);
};

const migrated = (name: string) => `insert into migration values ('${name}', 'x', 0)`;

it.each<[string, Breaking]>([
  [
    "the data directory is a file",
    ({ data }) => {
      rmSync(data, { recursive: true });
      writeFileSync(data, "");
    },
  ],
  [
    "a restore was cut off",
    ({ file }) => {
      rmSync(file("katkey.db"));
      mkdirSync(file("restore-unfinished-1"));
    },
  ],
  ["katkey.db is missing", ({ file }) => rmSync(file("katkey.db"))],
  ["katkey.db is empty", ({ file }) => truncateSync(file("katkey.db"))],
  ["katkey.db is a text", ({ file }) => writeFileSync(file("katkey.db"), "x".repeat(5_000))],
  ["katkey.db is a directory", ({ file }) => directoryInPlaceOf(file("katkey.db"))],
  ["katkey.db is usage.db", ({ file }) => renameSync(file("usage.db"), file("katkey.db"))],
  [
    "katkey.db has another program's log",
    ({ file }) => writeFileSync(file("katkey.db-wal"), "x".repeat(5_000)),
  ],
  ["katkey.db is of a newer version", ({ change }) => change("katkey.db", migrated("oauth/9999_x"))],
  [
    "katkey.db was made by another migration",
    ({ change }) => change("katkey.db", "update migration set sha256 = 'x' where name like 'identity/0000%'"),
  ],
  ["usage.db is of a newer version", ({ change }) => change("usage.db", migrated("usage/9999_x"))],
  ["usage.db is katkey.db", ({ file }) => cpSync(file("katkey.db"), file("usage.db"))],
  ["no row is sealed and a key is set", () => withKey(key)],
  ["session-secret is damaged", ({ file }) => writeFileSync(file("session-secret"), "x")],
  ["session-secret cannot be read", ({ file }) => directoryInPlaceOf(file("session-secret"))],
  [
    "the clock is years ahead, whatever the log says",
    ({ change }) => change("katkey.db", `insert into clock_mark values (1, ${now - 400 * day}, 0)`),
  ],
])("foresees what a start says when %s", async (_, breaking) => {
  const place = await aPlace();
  const settings = breaking(place) ?? {};
  const foreseen = place.foresee(settings);
  const refusal = place.start(settings);
  expect(refusal).toMatch(/\.$/);
  expect(foreseen).toContain(refusal);
});

it.each<[string, Breaking]>([
  ["no key is set", () => ({})],
  ["another key is set", () => withKey(otherKey)],
  [
    "rows were put back",
    ({ change }) => {
      change("katkey.db", "update seal_total set last = last + 1");
      return withKey(key);
    },
  ],
])("foresees what a start on sealed rows says when %s", async (_, breaking) => {
  const place = await aPlace(withKey(key));
  const settings = breaking(place) ?? {};
  const foreseen = place.foresee(settings);
  const refusal = place.start(settings);
  expect(refusal).toMatch(/\.$/);
  expect(foreseen).toEqual([refusal]);
});

it.each<[string, Breaking]>([
  ["nothing is wrong", () => {}],
  ["nothing is there", ({ data }) => rmSync(data, { recursive: true })],
  ["usage.db is a directory", ({ file }) => directoryInPlaceOf(file("usage.db"))],
  ["what is counted is lost", ({ file }) => rmSync(file("usage.db"))],
  ["session-secret is lost", ({ file }) => rmSync(file("session-secret"))],
  [
    "it was off for days",
    ({ change }) => change("katkey.db", `insert into clock_mark values (1, ${now - 9 * day}, 0)`),
  ],
  [
    "it is of an older version",
    ({ change }) =>
      change("usage.db", "delete from migration where name like 'usage/0007%'; drop table unread_use"),
  ],
])("foresees no refusal when %s", async (_, breaking) => {
  const place = await aPlace();
  breaking(place);
  expect(place.foresee({})).toEqual([]);
  expect(place.start({})).toBeUndefined();
});

it("says which commit ran last where this version is not that one", async () => {
  const place = await aPlace();
  const at = "2026-11-22T09:00:00.000Z";
  const run = { at, version: "0.2.0", commit: "ab".repeat(20), host: "127.0.0.1", port: 3_000, processes: 1 };
  noteStart(place.data, run);
  place.change("katkey.db", migrated("keys/9999_x"));
  const [refusal] = place.foresee({});
  expect(refusal).toMatch(
    /Start the version that ran last\. That was started on .*: git checkout (?:ab){20}\.$/,
  );
  expect(place.start({})).toBe(refusal);
});

it("sends nobody to another version because somebody has planted a trigger", async () => {
  const place = await aPlace(withKey(key));
  const run = { at: "2026-11-22T09:00:00.000Z", host: "127.0.0.1", port: 3_000, processes: 1 };
  noteStart(place.data, { ...run, version: "0.2.0", commit: "ab".repeat(20) });
  place.change("katkey.db", "create trigger evil after insert on audit_entry begin select 1; end");
  const [refusal] = place.foresee(withKey(key));
  expect(refusal).toMatch(/This statement drops it: DROP TRIGGER "evil";$/);
  expect(place.start(withKey(key))).toBe(refusal);
});

it("sends nobody to the version that is refused, as where its newer one never listened", async () => {
  const place = await aPlace();
  const run = { at: "2026-11-22T09:00:00.000Z", host: "127.0.0.1", port: 3_000, processes: 1 };
  noteStart(place.data, { ...run, ...thisVersion() });
  place.change("katkey.db", migrated("keys/9999_x"));
  expect(place.start({})).toMatch(/Start the version that ran last\.$/);
});
