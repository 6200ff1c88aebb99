import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { assertLog } from "./assert-log.ts";

/** A database whose last change is only in its log, as after a kill. */
function aKilledDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const living = new Sqlite(join(folder, "living.db"));
  living.pragma("journal_mode = wal");
  living.exec("create table made (id text)");
  const path = join(folder, "katkey.db");
  for (const end of ["", "-wal"]) copyFileSync(join(folder, `living.db${end}`), `${path}${end}`);
  living.close();
  return path;
}

const refusal = expect.objectContaining({
  code: "damaged",
  message: expect.stringContaining("katkey.db-wal"),
});

it("takes a log that SQLite takes, and one that holds nothing", () => {
  const path = aKilledDatabase();
  assertLog(path);
  for (const nothing of ["", "torn", Buffer.alloc(32)]) {
    writeFileSync(`${path}-wal`, nothing);
    assertLog(path);
  }
  rmSync(`${path}-wal`);
  assertLog(path);
});

it("refuses a log of which one bit of the header is another, because SQLite would pass over all of it", () => {
  const path = aKilledDatabase();
  const whole = readFileSync(`${path}-wal`);
  for (let bit = 0; bit < 32 * 8; bit += 1) {
    const log = Buffer.from(whole);
    log.writeUInt8(log.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    writeFileSync(`${path}-wal`, log);
    expect(() => assertLog(path), `bit ${bit}`).toThrow(refusal);
  }
});

it("refuses a log that has no end", () => {
  const path = aKilledDatabase();
  rmSync(`${path}-wal`);
  symlinkSync("/dev/zero", `${path}-wal`);
  expect(() => assertLog(path)).toThrow(refusal);
});

it("refuses a log that begins with zeroes and goes on, which no power cut leaves", () => {
  const path = aKilledDatabase();
  const whole = readFileSync(`${path}-wal`);
  for (const zeroes of [32, 4_096, whole.length]) {
    writeFileSync(`${path}-wal`, Buffer.from(whole).fill(0, 0, zeroes));
    expect(() => assertLog(path), `${zeroes} zeroes`).toThrow(refusal);
  }
});
