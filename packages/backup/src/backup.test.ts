import { execFileSync } from "node:child_process";
import { hash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { revoke } from "@katkey/keys";
import Sqlite from "better-sqlite3";
import { create } from "tar";
import { describe, expect, it } from "vitest";
import { checkBackup } from "./check-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";
import { aFolder, anOrganization, aRequest, noon, openStores, schema } from "./testing/an-installation.ts";

const mode = (path: string) => statSync(path).mode & 0o777;

/** An organization with a key and some uses of it, all of whose stores are open. */
async function aBusyInstallation() {
  const directory = aFolder();
  const stores = openStores(directory);
  const acme = await anOrganization(stores);
  const { key, token } = await acme.aKey("Shop");
  const aUse = () =>
    stores.usage.record({
      keyId: key.id,
      publicKeyId: key.secrets[0]?.publicKeyId ?? "",
      organizationId: acme.organization.id,
      environment: "live",
      requests: 1,
      at: noon,
      address: "127.0.0.1",
      userAgent: null,
      method: "GET",
      route: "/v1/products",
      status: 200,
      refused: false,
      cause: "none",
      retiring: false,
    });
  await aUse();
  return { directory, stores, acme, key, token, aUse };
}

async function aBackup() {
  const made = await aBusyInstallation();
  const file = join(aFolder(), "katkey.tar");
  const { manifest } = await takeBackup(aRequest(made.directory, file));
  return { ...made, file, manifest };
}

const restore = (file: string, dataDirectory: string, more: object = {}) =>
  restoreBackup({
    file,
    dataDirectory,
    schema,
    sealing: null,
    sessionSecret: null,
    despiteDifferences: false,
    now: noon,
    prepare: async () => null,
    ...more,
  });

describe("a backup", () => {
  it("is one file for its owner only, which tar opens, with what its manifest tells", async () => {
    const { file, manifest, acme } = await aBackup();
    expect(mode(file)).toBe(0o600);
    expect(readdirSync(join(file, ".."))).toEqual(["katkey.tar"]);

    const unpacked = aFolder();
    execFileSync("tar", ["xf", file, "-C", unpacked]);
    expect(readdirSync(unpacked)).toEqual(["katkey.db", "manifest.json", "usage.db"]);
    for (const { name, bytes, sha256 } of manifest.files) {
      const path = join(unpacked, name);
      expect(mode(path)).toBe(0o600);
      expect(statSync(path).size).toBe(bytes);
      expect(hash("sha256", readFileSync(path), "hex")).toBe(sha256);
    }
    expect(JSON.parse(readFileSync(join(unpacked, "manifest.json"), "utf8"))).toEqual(manifest);
    expect(manifest).toMatchObject({
      katkeyVersion: "0.1.0",
      madeAt: new Date(noon).toISOString(),
      chains: [{ organization: acme.organization.id, seq: 2 }],
      tokenBrand: "kat",
    });
    expect(manifest.files[0]).toMatchObject({ name: "katkey.db", rows: { api_key: 1, audit_entry: 2 } });
    expect(JSON.stringify(manifest)).not.toContain('"secret"');
  });

  it("takes nobody's place unless it is told to", async () => {
    const { directory, file } = await aBackup();
    writeFileSync(file, "something dear");
    await expect(takeBackup(aRequest(directory, file))).rejects.toMatchObject({ code: "exists" });
    expect(readFileSync(file, "utf8")).toBe("something dear");

    await takeBackup({ ...aRequest(directory, file), force: true });
    expect(await checkBackup({ file, schema, sealing: null, now: noon })).toMatchObject({ faults: [] });
    expect(readdirSync(join(file, ".."))).toEqual(["katkey.tar"]);
  });

  it("leaves nothing when it fails", async () => {
    const { directory, stores } = await aBusyInstallation();
    stores.close();
    rmSync(join(directory, "usage.db"));
    const folder = aFolder();
    await expect(takeBackup(aRequest(directory, join(folder, "katkey.tar")))).rejects.toThrow(
      /usage.db is missing, and without it there is no whole backup. Stop the server/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("holds no statement that was written after usage was copied, so that it bills nothing it has not counted", async () => {
    const { directory, acme } = await aBusyInstallation();
    const file = join(aFolder(), "katkey.tar");
    const request = aRequest(directory, file);
    // Closed when the copy of usage begins, so the statement comes too late for the copy of the keys.
    const source = Object.defineProperty({ ...request.source }, "usage.db", {
      get() {
        const closing = new Sqlite(join(directory, "katkey.db"));
        closing
          .prepare(
            `insert into statement (organization_id, month, closed_at, plan, currency, fee, included,
               price_per_thousand, requests, requests_beyond, amount_beyond, total)
             values (?, '2026-10', 0, 'standard', 'EUR', 0, 10000, 100, 1, 0, 0, 0)`,
          )
          .run(acme.organization.id);
        closing.close();
        return request.source["usage.db"];
      },
    });
    const { manifest } = await takeBackup({ ...request, source });
    expect(manifest.files[0].rows["statement"]).toBe(0);
  });
});

describe("what is restored", () => {
  it("is what was backed up, in a directory for its owner only", async () => {
    const { file, acme, key, stores } = await aBackup();
    await revoke(stores.desk, acme.act, { keyId: key.id, reason: "unused", text: null });
    const target = join(aFolder(), "data");
    await restore(file, target);
    expect(mode(target)).toBe(0o700);
    expect(readdirSync(target).toSorted()).toEqual(["katkey.db", "usage.db"]);
    expect(mode(join(target, "katkey.db"))).toBe(0o600);
    const restored = openStores(target);
    const found = await restored.desk.store.findKey(acme.organization.id, key.id);
    expect(found).toMatchObject({ id: key.id, name: "Shop", revocation: null });
    expect((await restored.usage.check()).requests).toBe(1);
  });

  it("brings the session secret back, and no other one", async () => {
    const { file } = await aBackup();
    const [secret, other] = [join(aFolder(), "secret"), join(aFolder(), "other")];
    writeFileSync(secret, "secret\n", { mode: 0o644 });
    writeFileSync(other, "another");
    const target = join(aFolder(), "data");
    await expect(restore(file, target, { sessionSecret: other })).rejects.toMatchObject({ code: "secret" });
    expect(existsSync(target)).toBe(false);
    await restore(file, target, { sessionSecret: secret });
    expect(readFileSync(join(target, "session-secret"), "utf8")).toBe("secret");
    expect(mode(join(target, "session-secret"))).toBe(0o600);
  });

  it("goes into an empty directory only", async () => {
    const { file } = await aBackup();
    const target = aFolder();
    mkdirSync(join(target, "lost+found"));
    await restore(file, target);
    const before = readFileSync(join(target, "katkey.db"));
    await expect(restore(file, target)).rejects.toMatchObject({ code: "not_empty" });
    expect(readFileSync(join(target, "katkey.db"))).toEqual(before);
  });

  it("is nothing when what has to be done to it fails", async () => {
    const { file } = await aBackup();
    const target = aFolder();
    const despite = { prepare: () => Promise.reject(new Error("no")) };
    await expect(restore(file, target, despite)).rejects.toThrow("no");
    expect(readdirSync(target)).toEqual([]);
  });

  it("has the differences that were backed up only when they are asked for", async () => {
    const { directory, file, stores } = await aBackup();
    await stores.usage.check();
    const usage = new Sqlite(join(directory, "usage.db"));
    usage.exec("update usage_sum set served = served + 1 where group_by = 'none'");
    usage.close();
    await takeBackup({ ...aRequest(directory, file), force: true });
    const target = join(aFolder(), "data");
    await expect(restore(file, target)).rejects.toThrow(/sums of usage[^]*--despite-differences/);
    expect(existsSync(target)).toBe(false);
    expect(await restore(file, target, { despiteDifferences: true })).toMatchObject({
      differences: [{ kind: "differs" }],
    });
  });
});

/** A backup whose unpacked files were changed, packed again. */
async function changed(file: string, change: (folder: string) => void): Promise<string> {
  const folder = aFolder();
  execFileSync("tar", ["xf", file, "-C", folder]);
  change(folder);
  const again = join(aFolder(), "again.tar");
  await create({ file: again, cwd: folder }, readdirSync(folder));
  return again;
}

const flip = (path: string, at: number) => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};

type Edit = Record<string, never> & { files: { sha256: string; rows: Record<string, number> }[] };

const edit = (folder: string, change: (manifest: Edit) => void) => {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Edit;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
};

/** As somebody would who knows how a backup is made. */
const withRightSum = (folder: string, change: (database: Sqlite.Database) => void) => {
  const path = join(folder, "katkey.db");
  const database = new Sqlite(path);
  change(database);
  database.close();
  const sha256 = hash("sha256", readFileSync(path), "hex");
  edit(folder, ({ files }) => {
    Object.assign(files[0] ?? {}, { sha256, bytes: statSync(path).size });
  });
};

describe("a backup that is not what was made", () => {
  it.each<[string, (folder: string) => void, RegExp]>([
    ["a flipped bit", (folder) => flip(join(folder, "katkey.db"), 5_000), /another SHA-256/],
    ["a longer file", (folder) => appendFileSync(join(folder, "usage.db"), "x"), /bytes; the manifest says/],
    ["a missing file", (folder) => rmSync(join(folder, "usage.db")), /usage.db is not in it/],
    ["no manifest", (folder) => rmSync(join(folder, "manifest.json")), /no backup of Katkey/],
    [
      "a manifest of a later format",
      (folder) => edit(folder, (manifest) => Object.assign(manifest, { formatVersion: 2 })),
      /does not know/,
    ],
    [
      "a newer database",
      (folder) =>
        withRightSum(folder, (database) => {
          database.exec("insert into migration values ('keys/9999_later', 'x', 0)");
        }),
      /newer version/,
    ],
    [
      "an entry rewritten with its noted end",
      (folder) =>
        withRightSum(folder, (database) => {
          database.exec("drop trigger audit_head_only_grows");
          database.exec(`update audit_head set hash = '${"0".repeat(64)}'`);
        }),
      /does not end where the manifest says/,
    ],
    [
      "a key that was taken away",
      (folder) =>
        withRightSum(folder, (database) => {
          database.pragma("foreign_keys = off");
          database.exec("drop trigger api_key_never_goes; delete from api_key");
        }),
      /holds something else/,
    ],
  ])("is told and not restored: %s", async (_, change, sentence) => {
    const { file } = await aBackup();
    const again = await changed(file, change);
    const { faults } = await checkBackup({ file: again, schema, sealing: null, now: noon });
    expect(faults.map(({ kind }) => kind)).toContain("damaged");
    expect(faults.map(({ text }) => text).join("\n")).toMatch(sentence);

    const target = join(aFolder(), "data");
    await expect(restore(again, target, { despiteDifferences: true })).rejects.toThrow(sentence);
    expect(existsSync(target)).toBe(false);
  });

  it("is told and not restored: cut off", async () => {
    const { file } = await aBackup();
    writeFileSync(file, readFileSync(file).subarray(0, 30_000));
    const { faults } = await checkBackup({ file, schema, sealing: null, now: noon });
    expect(faults).toMatchObject([{ kind: "damaged" }]);
    const target = join(aFolder(), "data");
    await expect(restore(file, target)).rejects.toMatchObject({ code: "damaged" });
    expect(existsSync(target)).toBe(false);
  });

  it("is told from one that is not there", async () => {
    const file = join(aFolder(), "none.tar");
    await expect(checkBackup({ file, schema, sealing: null, now: noon })).rejects.toMatchObject({
      code: "unusable",
    });
  });

  it("writes nothing but what belongs in a backup", async () => {
    const { file } = await aBackup();
    const again = await changed(file, (folder) => writeFileSync(join(folder, "session-secret"), "planted"));
    const target = join(aFolder(), "data");
    await restore(again, target);
    expect(readdirSync(target).toSorted()).toEqual(["katkey.db", "usage.db"]);
  });
});
