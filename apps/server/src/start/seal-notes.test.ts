import { execFileSync } from "node:child_process";
import { createSecretKey, randomBytes } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { keepSealKeysNoted, processesSealingOtherwise } from "./seal-notes.ts";

const [old, next] = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32))];
const onlyOld = { current: old, earlier: [] };
const oldFirst = { current: old, earlier: [next] };
const nextFirst = { current: next, earlier: [old] };

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const database = join(folder, "katkey.db");
  const noted = () => readdirSync(folder).map((name) => join(folder, name));
  return { database, noted, others: () => processesSealingOtherwise(database, nextFirst, Date.now()) };
}

it("a process that does not seal with a key is named, until it does or has ended", () => {
  const { database, others } = aFolder();
  expect(others()).toEqual([]);
  for (const keys of [onlyOld, oldFirst]) {
    const stop = keepSealKeysNoted(database, keys);
    const beside = keepSealKeysNoted(database, nextFirst);
    expect(others()).toEqual([process.pid]);
    stop();
    expect(others()).toEqual([]);
    beside();
  }
});

it("notes no key, and leaves nothing behind", () => {
  const { database, noted } = aFolder();
  keepSealKeysNoted(database, null)();
  const stop = keepSealKeysNoted(database, oldFirst);
  const [path = ""] = noted();
  const text = readFileSync(path, "utf8");
  for (const key of [old, next])
    for (const form of ["hex", "base64"] as const) expect(text).not.toContain(key.export().toString(form));
  stop();
  expect(noted()).toEqual([]);
});

it("a process that was killed is not waited for", () => {
  const { database, noted, others } = aFolder();
  onTestFinished(keepSealKeysNoted(database, onlyOld));
  const [path = ""] = noted();
  const note = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...note, process: 999_999_999 }));
  expect(others()).toEqual([]);
  // Elsewhere nobody knows of its process ids, and its note is believed for a while.
  writeFileSync(path, JSON.stringify({ ...note, process: 999_999_999, host: "elsewhere" }));
  expect(others()).toEqual([999_999_999]);
  const minuteAgo = new Date(Date.now() - 60_000);
  utimesSync(path, minuteAgo, minuteAgo);
  expect(others()).toEqual([]);
  expect(noted()).toEqual([]);
});

it("nothing that somebody else puts there is waited for for ever, or keeps it from being looked at", () => {
  const { database, noted, others } = aFolder();
  execFileSync("mkfifo", [`${database}.seals-1`]);
  mkdirSync(`${database}.seals-2`);
  writeFileSync(join(`${database}.seals-2`, "x"), "");
  writeFileSync(`${database}.seals-3`, JSON.stringify({ process: process.pid, host: "elsewhere", keys: [] }));
  const later = new Date(Date.now() + 3_600_000);
  utimesSync(`${database}.seals-3`, later, later);
  expect(others()).toEqual([]);
  expect(noted()).toEqual([]);
});
