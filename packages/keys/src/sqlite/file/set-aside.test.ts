import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import { setAside } from "./set-aside.ts";

it("moves a database with its log, so that a new one does not take it for its own, and a log that is left alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "usage.db");
  expect(setAside(path, noon)).toBe(null);
  writeFileSync(`${path}-wal`, "a log");
  const alone = setAside(path, noon);
  expect(readdirSync(folder).map((file) => join(folder, file))).toEqual([`${alone}-wal`]);
  for (const end of ["", "-wal"]) writeFileSync(`${path}${end}`, "both");
  const aside = setAside(path, noon + 1);
  expect(readdirSync(folder)).toHaveLength(3);
  expect(aside).not.toBe(alone);
});
