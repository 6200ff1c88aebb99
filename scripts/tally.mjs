// The last line of .ci/run:
// tally.mjs <exit code of the tests> <vitest's JSON report> <report of check.mjs> <the bench's table as JSON>
import { existsSync, readFileSync } from "node:fs";

const [exitCode, ...reports] = process.argv.slice(2);
const [tests, checks, bench] = reports.map(read);

const counts = [testCounts(tests), checks ?? { passed: 0, failed: 1 }, ratioCounts(bench)];
const total = (kind) => counts.reduce((sum, count) => sum + count[kind], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;

/** A run that broke before or beside its tests failed, too: without a report, in a file's import, by a stray error. */
function testCounts(report) {
  if (report === null) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== "0" ? 1 : failed };
}

/** A bench that broke wrote nothing, and one that judged nothing proved nothing. */
function ratioCounts(table) {
  const judged = (table?.lines ?? []).filter(({ verdict }) => verdict !== "no target");
  const passed = judged.filter(({ verdict }) => verdict === "reached").length;
  return { passed, failed: judged.length === 0 ? 1 : judged.length - passed };
}

/** What a step left behind, `null` when it broke before it had said everything. */
function read(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
