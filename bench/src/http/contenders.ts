import { join } from "node:path";
import { serverFlags } from "../../../scripts/server-flags.mjs";
import { keepRecorded, recordGood } from "./recorded-answer.ts";
import { fillApiKeys } from "../better-auth/fill-api-keys.ts";
import type { Generated } from "../generated/generate.ts";
import { temporaryDirectory } from "../measure.ts";
import { startProcess, type Started } from "../machine/start-process.ts";
import type { Route } from "./routes.ts";

/** Against what the server is measured. */
export type ContenderName = "node:http" | "express" | "fastify" | "better-auth";

export interface Setting {
  readonly katkey: Started;
  readonly installation: Generated;
  readonly route: Route;
  readonly tokens: readonly string[];
}

const server = join(import.meta.dirname, "../../../apps/server/src/main.ts");
const program = (name: string) => join(import.meta.dirname, "../contenders", `${name}.ts`);

export function startKatkey(dataDirectory: string, nodeFlags: readonly string[] = []): Promise<Started> {
  return startProcess({
    file: server,
    nodeFlags: [...serverFlags, ...nodeFlags],
    // As npm start runs it, and as behind a gateway, which it has to believe what it says of its clients.
    environment: {
      NODE_COMPILE_CACHE: join(import.meta.dirname, "../../../node_modules/.cache/compile"),
      KATKEY_DATA_DIR: dataDirectory,
      KATKEY_TRUSTED_PROXIES: "127.0.0.1",
    },
    core: "server",
    readyAt: "/readyz",
  });
}

const starts: Readonly<Record<ContenderName, (setting: Setting) => Promise<Started>>> = {
  async "node:http"(setting) {
    return start("bare-http", [await recordedIn(setting)]);
  },
  async express(setting) {
    return start("express-open", [setting.route.path, await recordedIn(setting)]);
  },
  async fastify(setting) {
    const database = join(setting.installation.directory, "katkey.db");
    return start("fastify-bearer", [setting.route.path, await recordedIn(setting), database]);
  },
  async "better-auth"(setting) {
    const database = join(temporaryDirectory(), "better-auth.db");
    await fillApiKeys(database, setting.installation.keys);
    return start("better-auth-keys", [database, await recordedIn(setting)]);
  },
};

export function startContender(name: ContenderName, setting: Setting): Promise<Started> {
  return starts[name](setting);
}

function start(name: string, args: readonly string[]): Promise<Started> {
  return startProcess({ file: program(name), args, core: "server", readyAt: "/readyz" });
}

async function recordedIn({ katkey, route, tokens }: Setting): Promise<string> {
  return keepRecorded(await recordGood(katkey, route, tokens[0]));
}
