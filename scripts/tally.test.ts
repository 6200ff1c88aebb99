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
const verdicts = (...all: string[]) => ({ lines: all.map((verdict) => ({ verdict })) });
const bench = verdicts("reached", "no target");

it.each([
  ["all passed", {}, "6 passed, 0 failed"],
  ["a test failed", { exitCode: 1, tests: oneRed }, "5 passed, 1 failed"],
  ["a test file could not be imported", { exitCode: 1, tests: brokenImport }, "6 passed, 1 failed"],
  ["an error was thrown beside the tests", { exitCode: 1 }, "6 passed, 1 failed"],
  ["a check failed", { checks: { passed: 2, failed: 1 } }, "5 passed, 1 failed"],
  ["a ratio is broken", { bench: verdicts("reached", "missed") }, "6 passed, 1 failed"],
  ["a ratio was not measured", { bench: verdicts("reached", "not measured") }, "6 passed, 1 failed"],
  ["the bench judged nothing", { bench: verdicts("no target") }, "5 passed, 1 failed"],
  ["nothing could be run", { exitCode: 1, tests: null, checks: null, bench: null }, "0 passed, 3 failed"],
])("says what happened when %s", (name, own, line) => {
  const {
    exitCode,
    tests,
    checks: checked,
    bench: table,
  } = { exitCode: 0, tests: green, checks, bench, ...own };
  const args = [
    String(exitCode),
    written(`${name}-tests.json`, tests),
    written(`${name}-checks.json`, checked),
    written(`${name}-bench.json`, table),
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

it("counts a bench that broke in the middle of a line as failed", () => {
  const files = [written("whole-tests.json", green), written("whole-checks.json", checks)];
  const broken = join(directory, "broken-bench.json");
  writeFileSync(broken, '{ "lines": [');
  const { stdout } = spawnSync(process.execPath, [join(root, "scripts/tally.mjs"), "0", ...files, broken]);
  expect(stdout.toString()).toBe("5 passed, 1 failed\n");
});
