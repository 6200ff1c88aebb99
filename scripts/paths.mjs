import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A command's own JavaScript file: run on the pinned Node, no shell wrapper in between. */
export function binOf(name, { of: packageName = name, workspace = "." } = {}) {
  const directory = join(root, workspace, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  return realpathSync(join(directory, typeof bin === "string" ? bin : bin[name]));
}

/** The Node that the lockfile pins, whatever Node the machine has. Only there once installed. */
export const pinnedNode = () => binOf("node");
