// npm run katkey -- <command>, pnpm katkey <command>: the operator's commands, on the pinned Node.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { install } from "./install.mjs";
import { pinnedNode, root } from "./paths.mjs";

try {
  await install();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // 1 is a command's own word for "something is not as it must be".
  process.exit(2);
}

const command = spawn(pinnedNode(), [join(root, "apps/cli/src/main.ts"), ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compile") },
});
command.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 2)));
