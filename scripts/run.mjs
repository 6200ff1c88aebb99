import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";

/** Children find the workspace's commands, the pinned Node among them, before the machine's. */
const env = () => ({
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
});

/** Runs a command to its end and keeps what it printed; a command that cannot start counts as failed. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: env(),
    ...options,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** As `run`, with the terminal handed to the command. */
export const runInForeground = async (command, args) => (await run(command, args, { stdio: "inherit" })).code;

/** What failed in one sentence, after the last lines of what it said. */
export function failure(sentence, output) {
  const lastLines = output.trimEnd().split("\n").slice(-30).join("\n");
  return new Error(`${lastLines}\n\n${sentence}`);
}

/** For the commands people type: a failure ends them with its sentence, without a stack. */
export async function orExit(preparation) {
  try {
    await preparation;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
