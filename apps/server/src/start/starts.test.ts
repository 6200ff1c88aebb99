import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
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

it.each([{ commit: "$(reboot)" }, { at: "2026\u001b[2J" }, { version: "1\n2" }, { host: "a/?" }])(
  "tells nothing that a shell or a terminal would obey: %j",
  (forged) => {
    const directory = aDirectory();
    const last = { ...start("a1", 1), ...forged };
    writeFileSync(join(directory, "starts.json"), JSON.stringify({ last, before: null }));
    expect(findStarts(directory)).toBeNull();
  },
);

it("follows no link, and waits for no pipe, that somebody else has put there", () => {
  const directory = aDirectory();
  const other = join(directory, "other");
  writeFileSync(other, "kept");
  symlinkSync(other, join(directory, "starts.json.new"));
  execFileSync("mkfifo", [join(directory, "starts.json")]);
  noteStart(directory, start("a1", 1));
  expect(readFileSync(other, "utf8")).toBe("kept");
  expect(findStarts(directory)?.last).toEqual(start("a1", 1));
});
