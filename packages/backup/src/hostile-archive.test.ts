import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { Header } from "tar";
import { expect, it } from "vitest";
import { checkBackup } from "./check-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";
import { aFolder, aRequest, noon, openStores, schema } from "./testing/an-installation.ts";

interface Member {
  readonly path: string;
  readonly type?: "File" | "SymbolicLink" | "Link" | "Directory" | "CharacterDevice" | "FIFO";
  readonly linkpath?: string;
  readonly content?: Buffer;
  /** What its header says; absent: what it has. */
  readonly size?: number;
}

/** A tar as nobody's tool would write it. */
function tarOf(...members: readonly Member[]): Buffer {
  const blocks = members.flatMap(
    ({ path, type = "File", linkpath = "", content = Buffer.alloc(0), size }) => {
      const head = Buffer.alloc(512);
      new Header({ path, type, linkpath, mode: 0o644, size: size ?? content.length }).encode(head, 0);
      return [head, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
    },
  );
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}

async function aBackup() {
  const directory = aFolder();
  openStores(directory);
  const file = join(aFolder(), "katkey.tar");
  await takeBackup(aRequest(directory, file));
  const folder = aFolder();
  execFileSync("tar", ["xf", file, "-C", folder]);
  const member = (path: string): Member => ({ path, content: readFileSync(join(folder, path)) });
  return { file, folder, members: ["manifest.json", "katkey.db", "usage.db"].map(member) };
}

const restoring = (file: string, dataDirectory: string) =>
  restoreBackup({
    file,
    dataDirectory,
    schema,
    sealing: null,
    sessionSecret: null,
    despiteDifferences: true,
    now: noon,
    prepare: async () => null,
  });

const saidOf = (outcome: Promise<unknown>): Promise<string> =>
  outcome.then(
    (found) => JSON.stringify(found),
    (refusal: Error) => refusal.message,
  );

/** What is said when it is restored and looked at; nothing may be left of it, anywhere in the folder that it is in. */
async function refusalOf(file: string) {
  const around = dirname(file);
  const before = readdirSync(around).toSorted();
  const restored = await saidOf(restoring(file, join(around, "data")));
  const checked = await saidOf(checkBackup({ file, schema, sealing: null, now: noon }));
  expect(readdirSync(around).toSorted()).toEqual(before);
  return [restored, checked];
}

it("what is made by hand is restored where it is what a backup is", async () => {
  const { members } = await aBackup();
  const file = join(aFolder(), "hand.tar");
  writeFileSync(file, tarOf({ path: "../evil" }, ...members, { path: "more", type: "FIFO" }));
  const data = join(aFolder(), "data");
  await restoring(file, data);
  expect(readdirSync(data).toSorted()).toEqual(["katkey.db", "usage.db"]);
});

it.each<[string, Partial<Member>]>([
  ["a link to a file of somebody's", { type: "SymbolicLink", linkpath: "/etc/hostname" }],
  ["a second name of a file of somebody's", { type: "Link", linkpath: "/etc/hostname" }],
  ["a folder", { type: "Directory" }],
  ["a device", { type: "CharacterDevice" }],
  ["a pipe", { type: "FIFO" }],
  ["in the folder above", { path: "../katkey.db" }],
  ["at the root", { path: "/katkey.db" }],
  ["under another writing of its name", { path: "x/../katkey.db" }],
])("a database that is %s is not there", async (_, other) => {
  const { members } = await aBackup();
  const file = join(aFolder(), "hostile.tar");
  const hostile = members.map((member) =>
    member.path === "katkey.db" ? { path: member.path, ...other } : member,
  );
  writeFileSync(file, tarOf(...hostile));
  for (const said of await refusalOf(file)) expect(said).toMatch(/katkey.db is not in it/);
});

it.each<[string, (backup: Buffer) => Buffer]>([
  ["gzip", gzipSync],
  ["zstd", zstdCompressSync],
  // What would show a tar, within what would show a compressed file.
  [
    "gzip that looks like a tar",
    (backup) => {
      const extra = Buffer.alloc(502);
      extra.write("ustar", 257 - 12);
      const packed = gzipSync(backup);
      packed[3] = 4;
      return Buffer.concat([packed.subarray(0, 10), Buffer.from([246, 1]), extra, packed.subarray(10)]);
    },
  ],
])("one that is packed by %s is not unpacked, however large it would become", async (_, pack) => {
  const { file: backup } = await aBackup();
  const file = join(aFolder(), "packed.tar");
  writeFileSync(file, pack(readFileSync(backup)));
  for (const said of await refusalOf(file)) expect(said).toMatch(/is no plain tar.*unpack it first/);
});

it("a manifest of a hundred megabytes is not read", async () => {
  const { members } = await aBackup();
  const file = join(aFolder(), "large.tar");
  const manifest = { path: "manifest.json", content: Buffer.alloc(100_000_000, " ") };
  writeFileSync(file, tarOf(manifest, ...members.slice(1)));
  for (const said of await refusalOf(file)) expect(said).toMatch(/no backup of Katkey/);
});

it("one whose member says that it has more than there is, is damaged", async () => {
  const { members } = await aBackup();
  const file = join(aFolder(), "short.tar");
  writeFileSync(file, tarOf(...members.slice(0, 2), { path: "usage.db", size: 2 ** 40 }));
  for (const said of await refusalOf(file)) expect(said).toMatch(/is damaged/);
});

it("what is no file is not waited for, and not read without end", async () => {
  const folder = aFolder();
  execFileSync("mkfifo", [join(folder, "pipe")]);
  mkdirSync(join(folder, "folder"));
  symlinkSync("/dev/zero", join(folder, "zero"));
  for (const name of ["pipe", "folder", "zero"]) {
    for (const said of await refusalOf(join(folder, name))) expect(said).toMatch(/is (?:no file|a folder)/);
  }
});
