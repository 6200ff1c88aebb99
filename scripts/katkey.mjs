// npm run katkey -- <command>, pnpm katkey <command>: the operator's commands, on the pinned Node.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { install } from "./install.mjs";
import { pinnedNode, root } from "./paths.mjs";

try {
  await install();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // 1 is a command's own word for "something is not as it must be".
  process.exit(2);
}

// npm and pnpm go to the repository first. A file is meant from where it was typed, a setting as the server means it.
const places = ["KATKEY_DATA_DIR", "KATKEY_BACKUP_DIR", "KATKEY_SEAL_KEY_FILE"]
  .filter((name) => process.env[name])
  .map((name) => [name, resolve(process.env[name] ?? "")]);
const typedIn = process.env.npm_lifecycle_event === "katkey" ? process.env.INIT_CWD : undefined;

const command = spawn(pinnedNode(), [join(root, "apps/cli/src/main.ts"), ...process.argv.slice(2)], {
  stdio: "inherit",
  cwd: typedIn,
  env: {
    ...process.env,
    ...Object.fromEntries(places),
    NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compile"),
  },
});
command.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 2)));
