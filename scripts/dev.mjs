// npm run dev: the server restarts and the page reloads on a change. Open the web address: it passes the server's paths on.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";
import { install } from "./install.mjs";
import { binOf, pinnedNode, root } from "./paths.mjs";
import { orExit } from "./run.mjs";

await orExit(install());

const webPort = process.env.PORT ?? "5173";
const serverPort = await freePort();
const origin = `http://localhost:${webPort}`;

const children = [
  start("apps/server", ["--watch", "--watch-preserve-output", "src/main.ts"], {
    PORT: String(serverPort),
    KATKEY_ORIGIN: process.env.KATKEY_ORIGIN ?? origin,
    KATKEY_DATA_DIR: process.env.KATKEY_DATA_DIR ?? join(root, "data"),
  }),
  start("apps/web", [binOf("vite", { workspace: "apps/web" }), "--port", webPort, "--strictPort"], {
    KATKEY_DEV_SERVER: `http://127.0.0.1:${serverPort}`,
  }),
];

// Neither is of use without the other.
let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGTERM");
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
for (const child of children) {
  child.once("exit", (code) => {
    process.exitCode ??= code ?? 1;
    stop();
  });
}

function start(workspace, args, settings) {
  return spawn(pinnedNode(), args, {
    cwd: join(root, workspace),
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...settings },
  });
}
