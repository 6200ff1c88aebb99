import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { checkedOutCommit } from "./checked-out.ts";

const [main, old] = ["a1", "b2"].map((byte) => byte.repeat(20));

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

it.each([
  ["a branch", { ".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": `${main}\n` }],
  [
    "a packed branch",
    {
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/packed-refs": `# pack-refs with: peeled\n${old} refs/heads/old/refs/heads/main\n${main} refs/heads/main\n`,
    },
  ],
  ["a commit of itself", { ".git/HEAD": `${main}\n` }],
  [
    "a worktree",
    {
      ".git": "gitdir: there/.git/worktrees/here\n",
      "there/.git/worktrees/here/HEAD": "ref: refs/heads/main\n",
      "there/.git/worktrees/here/commondir": "../..\n",
      "there/.git/refs/heads/main": `${main}\n`,
    },
  ],
])("the commit is known of %s", (_, files) => {
  expect(checkedOutCommit(aFolder(files))).toBe(main);
});

it.each([
  ["what was copied without git", {}],
  ["a branch without a commit", { ".git/HEAD": "ref: refs/heads/main\n" }],
  ["what git did not write", { ".git/HEAD": "elsewhere" }],
])("no commit is known of %s", (_, files) => {
  expect(checkedOutCommit(aFolder(files))).toBeNull();
});
