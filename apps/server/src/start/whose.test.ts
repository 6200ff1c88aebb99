import { copyFileSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createWhose } from "./whose.ts";

const [asked, other] = ["0f", "f0"].map((byte) => byte.repeat(16));

function aDirectory() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "katkey.db");
  writeFileSync(path, "data");
  return { folder, path };
}

it("is known by who has the same secret and the same database, each question by an answer of its own", () => {
  const { folder, path } = aDirectory();
  const server = createWhose({ secret: "one", path });
  const answer = server(asked ?? "");
  expect(answer).toEqual({
    answer: expect.stringMatching(/^[0-9a-f]{64}$/),
    secretAnswer: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(createWhose({ secret: "one", path })(asked ?? "")).toEqual(answer);
  for (const stranger of [server(other ?? ""), createWhose({ secret: "two", path })(asked ?? "")]) {
    expect(stranger?.answer).not.toBe(answer?.answer);
    expect(stranger?.secretAnswer).not.toBe(answer?.secretAnswer);
  }
  const copy = join(folder, "copy.db");
  copyFileSync(path, copy);
  const ofCopy = createWhose({ secret: "one", path: copy })(asked ?? "");
  expect(ofCopy?.answer).not.toBe(answer?.answer);
  expect(ofCopy?.secretAnswer).toBe(answer?.secretAnswer);
});

it.each(["", "x".repeat(32), "0f".repeat(17), "0F".repeat(16)])("answers nothing to %j", (question) => {
  expect(createWhose({ secret: "one", ...aDirectory() })(question)).toBeNull();
});

it("goes on answering of the database that it has open, whatever lies in its place", () => {
  const { folder, path } = aDirectory();
  const server = createWhose({ secret: "one", path });
  const answer = server(asked ?? "");
  renameSync(path, join(folder, "moved.db"));
  expect(server(asked ?? "")).toEqual(answer);
  writeFileSync(path, "other data");
  expect(server(asked ?? "")).toEqual(answer);
  expect(createWhose({ secret: "one", path })(asked ?? "")?.answer).not.toBe(answer?.answer);
});

it("has the secret alone to answer by where no database can be reached", () => {
  const { path } = aDirectory();
  rmSync(path);
  // As where this user may not enter.
  symlinkSync(path, path);
  const answers = createWhose({ secret: "one", path })(asked ?? "");
  expect(answers).toEqual({ answer: null, secretAnswer: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
