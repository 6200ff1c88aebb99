import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { pinnedNode, root } from "./paths.mjs";
import { serverFlags } from "./server-flags.mjs";

/**
 * Runs programs of the workspace one after the other on the pinned Node, each in front of the terminal in this
 * process's place. Once told to stop it starts no further one. `run` resolves to what to exit with.
 */
export function inFront(env = process.env) {
  let child;
  /** @type {NodeJS.Signals | null} */
  let stopping = null;
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    if (stopping) return;
    stopping = signal;
    child?.kill(signal);
  };
  process.on("SIGINT", passOn);
  process.on("SIGTERM", passOn);
  // The terminal was closed.
  process.on("SIGHUP", () => passOn("SIGTERM"));

  // npm may die without passing anything on (kill -9), and leaves its children to somebody else. The script in
  // package.json says exec for the other case: a shell in between dies of SIGTERM and tells nobody.
  const npm = process.env.npm_lifecycle_event ? process.ppid : null;
  setInterval(() => npm !== null && process.ppid !== npm && passOn("SIGTERM"), 500).unref();

  return {
    /** @returns {Promise<number>} */
    run(program) {
      if (stopping) return Promise.resolve(128 + constants.signals[stopping]);
      child = start(program, env);
      return new Promise((resolve) => {
        child.once("exit", (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
      });
    },
  };
}

function start(program, env) {
  const preload = new URL("stop-with-launcher.mjs", import.meta.url).href;
  return spawn(pinnedNode(), [...serverFlags, "--import", preload, join(root, program)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // A terminal's ^C goes to the whole process group, and npm forwards it once more: in a group of its own
    // the program hears only what is passed on above, once, and can finish its requests.
    detached: process.platform !== "win32",
    env: { ...env, NODE_ENV: "production", NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compile") },
  });
}
