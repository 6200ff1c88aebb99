import { closeSync, openSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { linesTo } from "./lines-to.ts";
import { createLog, loggedUrl } from "./log.ts";

function logged(entry: object): string {
  const lines: string[] = [];
  createLog("info", { write: (line: string) => void lines.push(line) }).info(entry);
  return lines.join("");
}

it.each(["authorization", "cookie", "set-cookie", "token", "password", "secret", "link"])(
  "never writes the value of %s, however deep it lies",
  (name) => {
    const entry = { [name]: "hidden", request: { [name]: "hidden", headers: { [name]: "hidden" } }, kept: 1 };
    const line = logged(entry);
    expect(line).not.toContain("hidden");
    expect(line).toContain('"kept":1');
  },
);

it("writes an error with its stack and without the headers that a client put into it", () => {
  const error = Object.assign(new Error("broken"), { headers: { authorization: "hidden" } });
  const line = logged({ err: error });
  expect(line).toContain("broken");
  expect(line).toContain("log.test.ts");
  expect(line).not.toContain("hidden");
});

it("writes a URL without its query", () => {
  expect(loggedUrl("/v1/user?token=hidden#x")).toBe("/v1/user");
  expect(loggedUrl(undefined)).toBe("");
});

it("waits for no log that cannot be written, and throws nothing, also by the last line of a process", () => {
  const unwritable = openSync(import.meta.filename, "r");
  onTestFinished(() => closeSync(unwritable));
  const log = createLog("info", linesTo(unwritable));
  expect(() => log.info("first")).not.toThrow();
  expect(() => log.fatal("last")).not.toThrow();
});
