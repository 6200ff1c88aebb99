import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isFresh } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { failure, run } from "./run.mjs";

const pnpm = "pnpm@12.21.0";
const stamp = join(root, "node_modules/.katkey-installed");

/** Installs what the lockfile names, unless the last run already did. */
export async function install() {
  const print = fingerprint(whatDecides());
  if (isFresh(stamp, print)) return;

  // Not on the standard output, which may be the answer of a command.
  console.error("Installing the dependencies …");
  // The shell is for Windows, where npx is a script; CI keeps pnpm from asking questions.
  const { code, output } = await run("npx", ["--yes", pnpm, "install", "--frozen-lockfile"], {
    env: { ...process.env, CI: "true" },
    shell: process.platform === "win32",
  });
  if (code !== 0)
    throw failure(
      `The dependencies could not be installed: "npx ${pnpm} install" failed, its last lines are above.`,
      output,
    );
  writeFileSync(stamp, print);
}

function whatDecides() {
  const workspace = join(root, "pnpm-workspace.yaml");
  return [join(root, "pnpm-lock.yaml"), workspace, ...manifests(readFileSync(workspace, "utf8"))];
}

/** The package.json of the root and of each workspace package, as the `packages:` list has them. */
function manifests(workspace) {
  const entries = [...workspace.matchAll(/^ +- ([\w/*-]+)$/gm)].map(([, entry]) => entry);
  const directories = entries.flatMap((entry) =>
    entry.endsWith("/*") ? childrenOf(entry.slice(0, -2)) : [entry],
  );
  return [".", ...directories].map((directory) => join(root, directory, "package.json"));
}

function childrenOf(directory) {
  if (!existsSync(join(root, directory))) return [];
  return readdirSync(join(root, directory)).map((name) => join(directory, name));
}
