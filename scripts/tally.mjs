// The last line of .ci/run, from vitest's JSON report and the one of scripts/check.mjs.
import { existsSync, readFileSync } from "node:fs";

const [tests, checks] = process.argv
  .slice(2)
  .map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null));

const counts = [testCounts(tests), checks ?? { passed: 0, failed: 1 }];
const total = (kind) => counts.reduce((sum, count) => sum + count[kind], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;

/** A run that broke before or beside its tests failed, too: without a report, in a file's set-up, by a stray error. */
function testCounts(report) {
  if (report === null) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}
