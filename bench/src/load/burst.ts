import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onCore } from "../machine/cores.ts";
import { cpuMsOf } from "../machine/proc.ts";
import type { Started } from "../machine/start-process.ts";
import { temporaryDirectory } from "../measure.ts";
import { textOf, type LoadRequest } from "./requests.ts";

/** What a load generator says of one run. */
export interface Burst {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were no success, and requests without an answer. */
  readonly failed: number;
}

/** One run, with what it took of the server's CPU. */
export interface Measured extends Burst {
  /** µs of CPU for each request; `null` where the system does not tell. */
  readonly cpuMicros: number | null;
  /** How much of one core the server used: well below 1, something else held it up. */
  readonly busy: number | null;
}

export interface LoadPlan {
  readonly connections: number;
  readonly seconds: number;
}

export const generator = spawnSync("wrk", ["--version"]).error === undefined ? "wrk" : "autocannon";

const directory = temporaryDirectory();
let files = 0;

/** Keeps requests for the generator. It is prepared once, and then sent as often as wanted. */
export function writeLoad(requests: readonly LoadRequest[], { port }: Pick<Started, "port">): string {
  const file = join(directory, `requests-${(files += 1)}`);
  const texts = requests.map((request) => textOf(request, `127.0.0.1:${port}`));
  writeFileSync(file, generator === "wrk" ? texts.join("\0") : JSON.stringify(requests));
  return file;
}

/** Sends as many requests as the server answers. @throws Error when any of them was not answered with success */
export async function burst(server: Started, file: string, plan: LoadPlan): Promise<Measured> {
  const before = cpuMsOf(server.pid);
  const said = await outputOf(onCore("load", commandOf(server, file, plan)));
  const after = cpuMsOf(server.pid);
  const line = said.trimEnd().split("\n").at(-1) ?? "";
  const sent: Burst = JSON.parse(line);
  if (sent.failed > 0 || sent.requests === 0) {
    throw new Error(`${sent.failed} of ${sent.requests} requests to ${server.origin} failed`);
  }
  if (before === null || after === null) return { ...sent, cpuMicros: null, busy: null };
  const cpuMs = after - before;
  return { ...sent, cpuMicros: (cpuMs * 1_000) / sent.requests, busy: cpuMs / 1_000 / sent.seconds };
}

function commandOf({ origin }: Started, file: string, { connections, seconds }: LoadPlan): readonly string[] {
  if (generator === "autocannon") {
    const program = join(import.meta.dirname, "autocannon.ts");
    return [process.execPath, program, origin, String(connections), String(seconds), file];
  }
  const script = join(import.meta.dirname, "wrk.lua");
  return ["wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, origin, "--", file];
}

async function outputOf([command = "", ...args]: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${command} ended with ${code}\n${output}`);
  return output;
}
