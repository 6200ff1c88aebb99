import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readSessionSecret } from "./session-secret.ts";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it("is made once, for its owner only, and stays", () => {
  const folder = aFolder();
  const path = join(folder, "session-secret");
  const secret = readSessionSecret(path, randomBytes);
  expect(readSessionSecret(path, randomBytes)).toBe(secret);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["session-secret"]);
});

it("is made beside what a start has left that was killed as it made one, by a process of the same number", () => {
  const path = join(aFolder(), "session-secret");
  writeFileSync(`${path}.${process.pid}.new`, "half");
  expect(readSessionSecret(path, randomBytes)).toMatch(/^[\w-]{43}$/);
});
