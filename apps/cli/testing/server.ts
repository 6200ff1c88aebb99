import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { WhenDone } from "./directory.ts";
import { compileCache, type Settings } from "./shell.ts";

const main = join(import.meta.dirname, "../../server/src/main.ts");

/** On which nobody listens. */
export async function aFreePort(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return String(port);
}

/** The product itself. Resolves once it is ready for requests, or has ended with a sentence. */
export async function aServer(settings: Settings, whenDone: WhenDone = onTestFinished) {
  const port = settings["PORT"] ?? (await aFreePort());
  const env = { NODE_COMPILE_CACHE: compileCache, ...settings, PORT: port };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  whenDone(() => void child.kill("SIGKILL"));
  let [said, logged] = ["", ""];
  child.stdout.on("data", (chunk) => (logged += String(chunk)));
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const ended = once(child, "close");
  const url = `http://127.0.0.1:${port}`;
  const isReady = async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok ?? false;
  while (child.exitCode === null && !(await isReady())) await sleep(20);
  if (child.exitCode !== null) await ended;
  return {
    url,
    isReady,
    /** With what it ended instead of listening. */
    refusal: child.exitCode === null ? null : said,
    /** At its standard error, until now. */
    said: () => said,
    logged: () => logged,
    hear: (signal: NodeJS.Signals) => void child.kill(signal),
    async end(signal: NodeJS.Signals): Promise<unknown> {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
