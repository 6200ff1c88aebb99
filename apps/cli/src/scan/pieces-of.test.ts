import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { piecesOf } from "./pieces-of.ts";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-pieces-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function lengthOf(path: string, onPiece = () => {}): Promise<number | string> {
  let length = 0;
  try {
    for await (const piece of piecesOf(path)) {
      length += piece.length;
      onPiece();
    }
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
  return length;
}

it("a file that grows while it is read is read as it was", async () => {
  const path = join(aFolder(), "log");
  writeFileSync(path, Buffer.alloc(1_000_000));
  const grow = () => appendFileSync(path, Buffer.alloc(1_000_000));
  expect(await lengthOf(path, grow)).toBe(1_000_000);
});

it("what a system makes while it is read, and says has no bytes, is read", async () => {
  expect(await lengthOf("/proc/self/status")).toBeGreaterThan(100);
});

it("what says that it has more than any disk is not read without end", async () => {
  const folder = aFolder();
  const [holes, some] = [join(folder, "holes"), join(folder, "some")];
  for (const path of [holes, some]) writeFileSync(path, "x");
  truncateSync(holes, 2 ** 42);
  truncateSync(some, 10_000_000);
  expect(await lengthOf(holes)).toBe("nearly all holes");
  expect(await lengthOf(some)).toBe(10_000_000);
});

it("what has become a pipe or a device meanwhile is not waited for", async () => {
  const folder = aFolder();
  execFileSync("mkfifo", [join(folder, "pipe")]);
  symlinkSync("/dev/zero", join(folder, "zero"));
  expect(await lengthOf(join(folder, "pipe"))).toBe("no file");
  expect(await lengthOf(join(folder, "zero"))).toBe("no file");
  expect(await lengthOf(join(folder, "none"))).toBe("ENOENT");
});
