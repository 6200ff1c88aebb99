// npm run demo: the product with made-up organizations in a directory that is gone afterwards.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownScopes } from "../apps/demo/src/own-scopes.ts";
import { buildWeb } from "./build-web.mjs";
import { freePort } from "./free-port.mjs";
import { inFront } from "./in-front.mjs";
import { install } from "./install.mjs";
import { orExit } from "./run.mjs";

await orExit(install());
await orExit(buildWeb());

const directory = mkdtempSync(join(tmpdir(), "katkey-demo-"));
// Everybody knows the password, so it listens on this machine only; nor are a real installation's settings its own.
const others = Object.entries(process.env).filter(([name]) => name !== "HOST" && !name.startsWith("KATKEY_"));
const front = inFront({
  ...Object.fromEntries(others),
  PORT: process.env.PORT || String(await freePort()),
  KATKEY_DATA_DIR: directory,
  KATKEY_SCOPES: ownScopes.join(" "),
  KATKEY_LOG_LEVEL: "warn",
});

let code = 1;
try {
  console.log("Making up two organizations and three months of their traffic …");
  code = await front.run("apps/demo/src/main.ts");
  if (code === 0) code = await front.run("apps/server/src/main.ts");
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.exit(code);
