import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../../../..");
const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The commit that is checked out, so far as git's own files tell; `null`: this is no checkout. What was edited since nobody knows. */
export function checkedOutCommit(root = repository): string | null {
  const folder = gitFolderOf(root);
  if (folder === null) return null;
  const head = textOf(join(folder, "HEAD"));
  const name = head?.startsWith("ref: ") ? head.slice("ref: ".length) : null;
  const found = name === null ? head : commitNamed(folder, name);
  return found !== null && commit.test(found) ? found : null;
}

/** A worktree has a file that says where its folder is. */
function gitFolderOf(root: string): string | null {
  const path = join(root, ".git");
  if (textOf(join(path, "HEAD")) !== null) return path;
  const said = textOf(path);
  return said?.startsWith("gitdir: ") ? resolve(root, said.slice("gitdir: ".length)) : null;
}

/** Branches of a worktree lie where those of its repository do. */
function commitNamed(folder: string, name: string): string | null {
  const common = resolve(folder, textOf(join(folder, "commondir")) ?? ".");
  const packed = textOf(join(common, "packed-refs"))?.split("\n") ?? [];
  return (
    textOf(join(common, name)) ?? packed.find((line) => line.endsWith(` ${name}`))?.split(" ", 1)[0] ?? null
  );
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return null;
  }
}
