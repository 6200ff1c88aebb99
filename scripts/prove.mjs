// npm run prove -- <name>, pnpm prove <name>: one of the proofs of what an installation survives, on the pinned Node.
import { join } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { install } from "./install.mjs";
import { pinnedNode, root } from "./paths.mjs";
import { orExit, runInForeground } from "./run.mjs";

await orExit(install());
await orExit(buildWeb());
process.exit(
  await runInForeground(pinnedNode(), [join(root, "e2e/src/survival/prove.ts"), ...process.argv.slice(2)]),
);
