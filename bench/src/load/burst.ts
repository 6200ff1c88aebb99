import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onCore } from "../machine/cores.ts";
import { cpuMsOf, memoryMbOf } from "../machine/proc.ts";
import type { Started } from "../machine/start-process.ts";
import { temporaryDirectory } from "../measure.ts";
import { outputOf } from "./output-of.ts";
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
  /** What the server had in memory when it was over. */
  readonly memoryMb: number | null;
}

export interface LoadPlan {
  readonly connections: number;
  readonly seconds: number;
}

export const generator = spawnSync("wrk", ["--version"]).error === undefined ? "wrk" : "autocannon";

/** Keeps requests for the generator. They are prepared once, and then sent as often as wanted. */
export function writeLoad(requests: readonly LoadRequest[], server: Started): string {
  if (generator === "wrk") return writeTexts(requests, server);
  const file = newFile();
  writeFileSync(file, JSON.stringify(requests));
  return file;
}

/** Keeps requests as they go over the wire. */
export function writeTexts(requests: readonly LoadRequest[], { port }: Pick<Started, "port">): string {
  const file = newFile();
  writeFileSync(file, requests.map((request) => textOf(request, `127.0.0.1:${port}`)).join("\0"));
  return file;
}

function newFile(): string {
  return join(temporaryDirectory(), "requests");
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
  const memoryMb = memoryMbOf(server.pid);
  if (before === null || after === null) return { ...sent, cpuMicros: null, busy: null, memoryMb };
  const cpuMs = after - before;
  const busy = cpuMs / 1_000 / sent.seconds;
  return { ...sent, cpuMicros: (cpuMs * 1_000) / sent.requests, busy, memoryMb };
}

function commandOf({ origin }: Started, file: string, { connections, seconds }: LoadPlan): readonly string[] {
  if (generator === "autocannon") {
    const program = join(import.meta.dirname, "autocannon.ts");
    return [process.execPath, program, origin, String(connections), String(seconds), file];
  }
  const script = join(import.meta.dirname, "wrk.lua");
  return ["wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, origin, "--", file];
}
