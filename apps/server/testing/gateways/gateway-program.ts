import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Less than a test may take, so that it is this that is told. */
const listensWithinMs = 45_000;
const stopsWithinMs = 5_000;

const documentation = join(import.meta.dirname, "../../../../docs/gateways");

/** Where the configurations of the documentation expect Katkey and the API. */
const katkeyThere = "127.0.0.1:3000";
const apiThere = "127.0.0.1:8080";

interface Backends {
  readonly katkey: number;
  readonly api: number;
  /** Makes the mistake in the configuration that a test is about. */
  readonly edit?: (configuration: string) => string;
}

export interface RunningGateway {
  readonly port: number;
  stop(): Promise<void>;
}

export interface GatewayProgram {
  readonly name: string;
  /** Debian's. */
  readonly packageName: string;
  /** False where the program is not installed: its tests are skipped then. */
  readonly isThere: boolean;
  /** On a free port of 127.0.0.1, with the documentation's configuration. */
  start(backends: Backends): Promise<RunningGateway>;
}

/** The name by which it can be started, or its place where only root looks for programs. */
function installed(name: string): string | null {
  const places = [name, `/usr/sbin/${name}`];
  return places.find((place) => spawnSync(place, ["-h"], { stdio: "ignore" }).error === undefined) ?? null;
}

export const nginx: GatewayProgram = {
  name: "nginx",
  packageName: "nginx-light",
  isThere: installed("nginx") !== null,
  start: onAFreePort((port, backends) => {
    const directory = mkdtempSync(join(tmpdir(), "katkey-gateway-"));
    const site = documented("nginx.conf", backends)
      .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
      .replaceAll(/^ *ssl_certificate.*$/gm, "");
    writeFileSync(join(directory, "site.conf"), site);
    const bodies = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const lines = [
      "daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log error.log;",
      "events { worker_connections 256; }",
      `http { access_log off; ${bodies.map((name) => `${name}_temp_path ${name};`).join(" ")} include site.conf; }`,
    ];
    writeFileSync(join(directory, "nginx.conf"), lines.join("\n"));
    const args = ["-p", directory, "-c", join(directory, "nginx.conf"), "-e", "error.log"];
    return run("nginx", args, { directory, port });
  }),
};

export const caddy: GatewayProgram = {
  name: "Caddy",
  packageName: "caddy",
  isThere: installed("caddy") !== null,
  start: onAFreePort((port, backends) => {
    const directory = mkdtempSync(join(tmpdir(), "katkey-gateway-"));
    const site = documented("Caddyfile", backends).replace(
      /^api\.example\.com \{/m,
      `http://127.0.0.1:${port} {`,
    );
    const options = ["admin off", "auto_https off"];
    writeFileSync(join(directory, "Caddyfile"), `{\n${options.join("\n")}\n}\n${site}`);
    const args = ["run", "--config", join(directory, "Caddyfile"), "--adapter", "caddyfile"];
    return run("caddy", args, { directory, port });
  }),
};

/** Somebody else may have taken the port that was free a moment ago: then on another one. */
function onAFreePort(
  start: (port: number, backends: Backends) => Promise<RunningGateway>,
): GatewayProgram["start"] {
  return async (backends) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await start(await freePort(), backends);
      } catch (error) {
        if (tries === 3 || !/address already in use/i.test(String(error))) throw error;
      }
    }
  };
}

/** A configuration of the documentation, with nothing changed but where things are. */
function documented(file: string, { katkey, api, edit = (text) => text }: Backends): string {
  const text = edit(readFileSync(join(documentation, file), "utf8"));
  if (!text.includes(katkeyThere) || !text.includes(apiThere)) throw new Error(`${file} asks elsewhere`);
  return text.replaceAll(katkeyThere, `127.0.0.1:${katkey}`).replaceAll(apiThere, `127.0.0.1:${api}`);
}

async function run(
  program: string,
  args: readonly string[],
  { directory, port }: { directory: string; port: number },
): Promise<RunningGateway> {
  // Caddy writes into its user's home by itself.
  const home = [`XDG_DATA_HOME=${directory}`, `XDG_CONFIG_HOME=${directory}`];
  const child = spawn("env", [...home, installed(program) ?? program, ...args], {
    cwd: directory,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "exit");
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), stopsWithinMs);
    await ended;
    clearTimeout(hard);
    rmSync(directory, { recursive: true, force: true });
  };
  const deadline = performance.now() + listensWithinMs;
  while (!hasEnded() && performance.now() < deadline) {
    if (await isOpen(port)) return { port, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`${program} does not listen: ${said}`);
}

function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
