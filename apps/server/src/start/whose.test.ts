import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  expect(answer).toMatch(/^[0-9a-f]{64}$/);
  expect(createWhose({ secret: "one", path })(asked ?? "")).toBe(answer);
  expect(server(other ?? "")).not.toBe(answer);
  expect(createWhose({ secret: "two", path })(asked ?? "")).not.toBe(answer);
  const copy = join(folder, "copy.db");
  copyFileSync(path, copy);
  expect(createWhose({ secret: "one", path: copy })(asked ?? "")).not.toBe(answer);
});

it.each(["", "x".repeat(32), "0f".repeat(17), "0F".repeat(16)])("answers nothing to %j", (question) => {
  expect(createWhose({ secret: "one", ...aDirectory() })(question)).toBeNull();
});

it("answers nothing once the database is not where it was", () => {
  const { path } = aDirectory();
  const server = createWhose({ secret: "one", path });
  rmSync(path);
  expect(server(asked ?? "")).toBeNull();
  // As where this user may not enter.
  symlinkSync(path, path);
  expect(server(asked ?? "")).toBeNull();
});
