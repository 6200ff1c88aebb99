import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { anInstallation } from "../testing/installation.ts";
import { main } from "../testing/shell.ts";

/** Says at the end of a process which packages it has loaded. */
const saying = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  const names = new Set();
  registerHooks({ load(url, context, next) { names.add(url); return next(url, context); } });
  process.on("exit", () => console.error(JSON.stringify([...names])));`)}`;

it.each([[["org", "list"]], [["service-tokens", "list"]]])(
  "%j begins quickly: nothing is loaded of how people sign in, or of what answers requests",
  async (typed) => {
    const { directory } = await anInstallation();
    const env = { KATKEY_DATA_DIR: directory };
    const { stderr } = await promisify(execFile)(process.execPath, ["--import", saying, main, ...typed], {
      env,
    });
    const loaded: readonly string[] = JSON.parse(stderr.trim().split("\n").at(-1) ?? "");
    expect(loaded.filter((url) => url.includes("drizzle-orm")).length).toBeGreaterThan(0);
    const slow = /\/(better-auth|@simplewebauthn|oidc-provider|express|argon2)\//;
    expect(loaded.filter((url) => slow.test(url))).toEqual([]);
  },
);
