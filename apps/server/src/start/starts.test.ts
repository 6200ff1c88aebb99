import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findStarts, noteStart } from "./starts.ts";

function aDirectory(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const start = (commit: string | null, day: number) => ({
  at: new Date(Date.UTC(2026, 10, day)).toISOString(),
  version: "0.1.0",
  commit,
  host: "127.0.0.1",
  port: 3_000,
  processes: 1,
});

it("remembers the last start, and the last one of another version, however often this one is started", () => {
  const directory = aDirectory();
  expect(findStarts(directory)).toBeNull();
  noteStart(directory, start("a1", 1));
  expect(findStarts(directory)).toEqual({ last: start("a1", 1), before: null });
  noteStart(directory, start("a1", 2));
  noteStart(directory, start("b2", 3));
  noteStart(directory, start("b2", 4));
  expect(findStarts(directory)).toEqual({ last: start("b2", 4), before: start("a1", 2) });
  expect(statSync(join(directory, "starts.json")).mode & 0o777).toBe(0o600);
});

it.each(["", "{}", '{"last":{"port":"x"}}'])("takes what it did not write for no start: %j", (text) => {
  const directory = aDirectory();
  writeFileSync(join(directory, "starts.json"), text);
  expect(findStarts(directory)).toBeNull();
  noteStart(directory, start(null, 1));
  expect(findStarts(directory)?.last.commit).toBeNull();
});
