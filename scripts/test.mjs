// npm test [-- paths and vitest options]: every test of the workspace on the pinned Node.
// The web app is built by the browser tests' own set-up, so that a run without them does not wait for it.
import { install } from "./install.mjs";
import { binOf, pinnedNode } from "./paths.mjs";
import { orExit, runInForeground } from "./run.mjs";

await orExit(install());
process.exitCode = await runInForeground(pinnedNode(), [binOf("vitest"), "run", ...process.argv.slice(2)]);
