import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../scripts/free-port.mjs";
import { onCore, type Core } from "./cores.ts";

export interface Started {
  readonly pid: number;
  readonly port: number;
  readonly origin: string;
  stop(): Promise<void>;
}

interface Program {
  /** The file to run, and what is said to it and to Node. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly nodeFlags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs; without it wherever the system puts it. */
  readonly core?: Core;
  /** Answers 200 as soon as the program does its work. */
  readonly readyAt: string;
}

/** A server in a process of its own, with `PORT` and `KATKEY_ORIGIN` in its environment; it ends with the bench. */
export async function startProcess(program: Program): Promise<Started> {
  const { file, args = [], nodeFlags = [], environment, core, readyAt } = program;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const node = [process.execPath, ...nodeFlags, file, ...args];
  const [command = "", ...rest] = core === undefined ? node : onCore(core, node);
  const child = spawn(command, rest, {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      KATKEY_ORIGIN: origin,
      ...environment,
    },
  });
  const kill = () => void child.kill("SIGKILL");
  process.on("exit", kill);
  while (!(await fetch(origin + readyAt).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`);
    await sleep(20);
  }
  return {
    pid: child.pid ?? 0,
    port,
    origin,
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      process.off("exit", kill);
    },
  };
}
