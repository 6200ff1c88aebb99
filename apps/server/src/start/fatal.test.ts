import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const source = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);

it.each([
  "setTimeout(() => { throw new Error('lost'); }); setTimeout(() => { throw new Error('later'); });",
  "Promise.reject(new Error('lost'));",
])("an error that nobody caught is logged once and ends the process with 1: %s", (fault) => {
  const program = `
      import { exitOnUncaughtErrors } from ${source("./fatal.ts")};
      import { createLog } from ${source("../log.ts")};
      exitOnUncaughtErrors(createLog("info"));
      ${fault}`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  expect(status).toBe(1);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([{ level: 60, msg: "uncaught error", err: { message: "lost" } }]);
});
