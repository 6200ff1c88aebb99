// npm start: install and build what changed, then run the server on the pinned Node.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { install } from "./install.mjs";
import { pinnedNode, root } from "./paths.mjs";
import { orExit } from "./run.mjs";

await orExit(install());
await orExit(buildWeb());

const server = spawn(
  pinnedNode(),
  [
    "--import",
    new URL("stop-with-launcher.mjs", import.meta.url).href,
    join(root, "apps/server/src/main.ts"),
  ],
  {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // A terminal's ^C goes to the whole process group, and npm forwards it once more: in a group of its own
    // the server hears only what is passed on below, once, and can finish its requests.
    detached: process.platform !== "win32",
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compile"),
    },
  },
);

let stopping = false;
const passOn = (/** @type {NodeJS.Signals} */ signal) => {
  if (stopping) return;
  stopping = true;
  server.kill(signal);
};
process.on("SIGINT", passOn);
process.on("SIGTERM", passOn);
// The terminal was closed.
process.on("SIGHUP", () => passOn("SIGTERM"));

// npm may die without passing anything on (kill -9), and leaves its children to somebody else. The script in
// package.json says exec for the other case: a shell in between dies of SIGTERM and tells nobody.
const npm = process.env.npm_lifecycle_event ? process.ppid : null;
setInterval(() => npm !== null && process.ppid !== npm && passOn("SIGTERM"), 500).unref();

server.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
