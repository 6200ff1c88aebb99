import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../../../scripts/free-port.mjs";
import { cleanUp } from "./clean-up.ts";
import { temporaryDirectory, type RunningServer } from "./server.ts";

/** The checkout that the tests run in. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What `git clone` would give, with the changes that are not committed yet. */
export function cloneRepository(): string {
  const clone = temporaryDirectory();
  for (const file of sourceFiles()) {
    mkdirSync(join(clone, dirname(file)), { recursive: true });
    copyFileSync(join(root, file), join(clone, file));
  }
  return clone;
}

function sourceFiles(): readonly string[] {
  // Also for a checkout that belongs to somebody else, which git otherwise does not read.
  const args = ["ls-files", "-co", "--exclude-standard", "-z"];
  const env = {
    ...process.env,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "safe.directory",
    GIT_CONFIG_VALUE_0: "*",
  };
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8", env });
  // What is deleted and not committed yet is listed too.
  return listed.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
}

export interface NpmStarted extends Pick<RunningServer, "origin" | "dataDir" | "logs" | "url"> {
  readonly setupLink: string;
  readonly seconds: number;
  /** SIGTERM to npm. Resolves with npm's exit code, or null when the signal ended it. */
  stop(): Promise<number | null>;
}

interface NpmStartOptions {
  /** Left out: `data` in the directory. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Types `npm start` as somebody who has only git, Node and npm, and waits until it says where to open it. */
export async function npmStart(directory: string, options: NpmStartOptions = {}): Promise<NpmStarted> {
  const { dataDir, env = {} } = options;
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: directory,
    env: { ...bareEnvironment(), PORT: String(port), ...(dataDir && { KATKEY_DATA_DIR: dataDir }), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    }
    return child.exitCode;
  };
  cleanUp(stop);
  const origin = `http://localhost:${port}`;
  while (!(await isReady(`${origin}/readyz`))) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`);
    await sleep(100);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    origin,
    dataDir: dataDir ?? join(directory, "data"),
    url: (path) => new URL(path, origin).href,
    logs: () => output,
    setupLink: /https?:\/\/\S+\/setup#\S+/.exec(output)?.[0] ?? "",
    seconds,
    stop,
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

interface Typed {
  readonly origin: string;
  logs(): string;
  /** Nothing that it has started is left. */
  hasEnded(): boolean;
  /** As ^C in its terminal: everybody hears it. */
  interrupt(): void;
  readonly exited: Promise<number | null>;
}

/** Types `npm run <script>`, as a process group of its own. */
export function typeNpmRun(
  script: "dev" | "demo",
  { directory, port, env = {} }: { readonly directory: string; readonly port: number; readonly env?: object },
): Typed {
  const child = spawn("npm", ["run", script], {
    cwd: directory,
    env: { ...bareEnvironment(), PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const exited = once(child, "exit").then(() => child.exitCode);
  const signalGroup = (signal: NodeJS.Signals | 0) => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, signal);
    } catch {
      return false;
    }
  };
  cleanUp(async () => signalGroup("SIGKILL"));
  return {
    origin: `http://localhost:${port}`,
    logs: () => output,
    hasEnded: () => !signalGroup(0),
    interrupt: () => void signalGroup("SIGINT"),
    exited,
  };
}

/** Without what the test runner's own npm and pnpm have put into the environment. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|NODE_|VITEST|VITE|TEST$|KATKEY_|PORT$|HOST$)/i.test(name),
  );
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((entry) => !entry.includes("node_modules"));
  return { ...Object.fromEntries(inherited), PATH: path.join(delimiter) };
}
