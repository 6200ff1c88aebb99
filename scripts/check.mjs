// npm run check [-- step …]: format, lint, types and unused code; one line per step, details only of what failed.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { install } from "./install.mjs";
import { binOf, pinnedNode, root } from "./paths.mjs";
import { orExit, run } from "./run.mjs";

await orExit(install());

const wanted = process.argv.slice(2);
const steps = [
  { name: "lint", args: [binOf("oxlint"), "--deny-warnings"] },
  { name: "format", args: [binOf("oxfmt"), "--check"] },
  ...projects().map((project) => ({
    name: `types ${project}`,
    args: [binOf("tsc", { of: "typescript" }), "--noEmit", "-p", project],
  })),
  { name: "unused", args: [binOf("knip"), "--no-progress"] },
  // Without the tests: an export that only a test imports is unused, too.
  { name: "unused in production", args: [binOf("knip"), "--no-progress", "--production"] },
].filter(({ name }) => wanted.length === 0 || wanted.some((prefix) => name.startsWith(prefix)));

const failures = [];
const queue = [...steps];
await Promise.all(Array.from({ length: availableParallelism() }, work));

for (const { name, output } of failures) console.log(`\n── ${name}\n${output.trim()}`);
console.log(`\n${steps.length - failures.length} of ${steps.length} checks passed`);
// How .ci/run learns the numbers without reading the lines above.
if (process.env.KATKEY_CHECK_REPORT) {
  writeFileSync(
    process.env.KATKEY_CHECK_REPORT,
    JSON.stringify({ passed: steps.length - failures.length, failed: failures.length }),
  );
}
process.exitCode = failures.length > 0 ? 1 : 0;

async function work() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const started = performance.now();
    const { code, output } = await run(pinnedNode(), step.args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? "ok    " : "FAILED"} ${step.name} (${seconds} s)`);
    if (code !== 0) failures.push({ name: step.name, output });
  }
}

/** Every directory that has a tsconfig.json of its own. */
function projects() {
  const packages = ["apps", "packages"].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  return [".", ...packages, "e2e", "bench"].filter((directory) =>
    existsSync(join(root, directory, "tsconfig.json")),
  );
}
