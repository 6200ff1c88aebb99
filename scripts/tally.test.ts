import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "./paths.mjs";

const directory = mkdtempSync(join(tmpdir(), "katkey-tally-"));
afterAll(() => rmSync(directory, { recursive: true }));

const green = {
  numPassedTests: 2,
  numFailedTests: 0,
  testResults: [{ status: "passed", assertionResults: [] }],
};
const brokenImport = { ...green, testResults: [{ status: "failed", assertionResults: [] }] };
const oneRed = {
  numPassedTests: 1,
  numFailedTests: 1,
  testResults: [{ status: "failed", assertionResults: [{ status: "failed" }] }],
};
const checks = { passed: 3, failed: 0 };

it.each([
  ["all passed", { exitCode: 0, tests: green, checks }, "5 passed, 0 failed"],
  ["a test failed", { exitCode: 1, tests: oneRed, checks }, "4 passed, 1 failed"],
  ["a test file could not be imported", { exitCode: 1, tests: brokenImport, checks }, "5 passed, 1 failed"],
  ["an error was thrown beside the tests", { exitCode: 1, tests: green, checks }, "5 passed, 1 failed"],
  ["a check failed", { exitCode: 0, tests: green, checks: { passed: 2, failed: 1 } }, "4 passed, 1 failed"],
  ["nothing could be run", { exitCode: 1, tests: null, checks: null }, "0 passed, 2 failed"],
])("says what happened when %s", (name, { exitCode, tests, checks: checked }, line) => {
  const args = [
    String(exitCode),
    written(`${name}-tests.json`, tests),
    written(`${name}-checks.json`, checked),
  ];
  const { stdout, status } = spawnSync(process.execPath, [join(root, "scripts/tally.mjs"), ...args]);
  expect(stdout.toString()).toBe(`${line}\n`);
  expect(status).toBe(line.endsWith(" 0 failed") ? 0 : 1);
});

function written(name: string, report: object | null) {
  const file = join(directory, name);
  if (report !== null) writeFileSync(file, JSON.stringify(report));
  return file;
}
