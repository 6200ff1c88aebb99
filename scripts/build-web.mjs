import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { filesUnder, fingerprint, isFresh } from "./fingerprint.mjs";
import { binOf, pinnedNode, root } from "./paths.mjs";
import { failure, run } from "./run.mjs";

const web = join(root, "apps/web");
const dist = join(web, "dist");
const stampName = ".katkey-built";

/** Builds the web app, unless dist was built from exactly these sources. */
export async function buildWeb() {
  const settings = [
    join(root, "pnpm-lock.yaml"),
    join(root, "tsconfig.base.json"),
    fileURLToPath(import.meta.url),
  ];
  const print = fingerprint([...settings, ...sources()]);
  if (isFresh(join(dist, stampName), print)) return;

  console.log("Building the web app …");
  // Built aside and swapped in: a running server never sees half a build, a failed build leaves the last good one.
  const aside = join(root, `node_modules/.cache/web-${process.pid}`);
  const args = [
    binOf("vite", { workspace: "apps/web" }),
    "build",
    "--outDir",
    aside,
    "--emptyOutDir",
    "--logLevel",
    "warn",
  ];
  // Whatever the caller is: a test's NODE_ENV would build React for development, three times the size.
  const env = { ...process.env, NODE_ENV: "production" };
  const { code, output } = await run(pinnedNode(), args, { cwd: web, env });
  if (code !== 0) throw failure("The web app could not be built: vite's last lines are above.", output);

  pack(aside);
  writeFileSync(join(aside, stampName), print);
  rmSync(dist, { recursive: true, force: true });
  renameSync(aside, dist);
}

/** Once here, and not for every visitor: the server hands these out to whoever takes them. */
function pack(directory) {
  for (const file of filesUnder(directory).filter((name) => /\.(?:js|css)$/.test(name))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

const sources = () => filesUnder(web).filter((file) => !/\.test\.tsx?$/.test(file));
