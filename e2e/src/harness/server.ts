import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildWeb } from "../../../scripts/build-web.mjs";
import { freePort } from "../../../scripts/free-port.mjs";
import { cleanUp } from "./clean-up.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readyWithinSeconds = 60;

export interface ServerOptions {
  /** Left out: a new one, removed after the tests. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** A command that the server is run under and that leaves it its process id, such as `strace -D`. */
  readonly under?: readonly string[];
}

export interface RunningServer {
  /** As people and clients see it: `KATKEY_ORIGIN` when set, else the address. */
  readonly origin: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  url(path: string): string;
  /** The one-time link that the first start prints, or null. */
  readonly setupLink: string | null;
  /** What the server printed so far, both streams as they came. */
  logs(): string;
  /** Resolves with the exit code, or null when a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** As a power cut, as far as the process can tell. */
  kill(): Promise<number | null>;
}

/** A directory that is gone after the test file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "katkey-e2e-"));
  cleanUp(async () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts the product as a process of its own and resolves when it is ready; killed after the test file at the latest. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  await buildWeb();
  const { dataDir = temporaryDirectory(), env = {}, port = await freePort(), under = [] } = options;
  const address = `http://127.0.0.1:${port}`;
  const origin = env["KATKEY_ORIGIN"] ?? address;
  const [command, ...args] = [...under, process.execPath, join(root, "apps/server/src/main.ts")];
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited(), PORT: String(port), KATKEY_DATA_DIR: dataDir, KATKEY_ORIGIN: origin, ...env },
  });
  const logs = collect(child);
  const stop = (signal: NodeJS.Signals = "SIGTERM") => end(child, signal);
  const kill = () => stop("SIGKILL");
  cleanUp(kill);

  await ready(child, `${address}/readyz`, logs);
  return {
    origin,
    dataDir,
    process: child,
    url: (path) => new URL(path, origin).href,
    get setupLink() {
      return /https?:\/\/\S+\/setup#\S+/.exec(logs())?.[0] ?? null;
    },
    logs,
    stop,
    kill,
  };
}

/** The developer's own KATKEY_ settings must not decide a test; vitest's NODE_ENV neither. */
function inherited() {
  const { PATH, HOME, TMPDIR } = process.env;
  const compileCache = join(root, "node_modules/.cache/compile");
  return { PATH, HOME, TMPDIR, NODE_ENV: "production", NODE_COMPILE_CACHE: compileCache };
}

function collect(child: ChildProcess) {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  }
  return () => text;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (!hasEnded(child)) {
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}

async function ready(child: ChildProcess, url: string, logs: () => string) {
  const deadline = performance.now() + readyWithinSeconds * 1000;
  while (performance.now() < deadline) {
    if (hasEnded(child)) throw new Error(`The server ended with code ${child.exitCode}:\n${logs()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(20);
  }
  child.kill("SIGKILL");
  throw new Error(`The server was not ready within ${readyWithinSeconds} s:\n${logs()}`);
}
