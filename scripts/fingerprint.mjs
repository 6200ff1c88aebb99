import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

/** One hash over the names and the contents of files; a missing file counts as such. */
export function fingerprint(files) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const file of files.toSorted()) {
    const content = existsSync(file) ? readFileSync(file) : "missing";
    hash.update(`\0${relative(root, file)}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Does the stamp that an earlier run left say that nothing changed since? */
export const isFresh = (stamp, print) => existsSync(stamp) && readFileSync(stamp, "utf8") === print;

/** All files under a directory, without what is installed or built. */
export function filesUnder(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
