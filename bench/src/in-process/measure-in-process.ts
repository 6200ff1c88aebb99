import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Generated } from "../generated/generate.ts";
import { onCore } from "../machine/cores.ts";
import { pairs, type Draw, type Task, type Verb } from "./task.ts";

export interface CallsMeasured {
  readonly verb: Verb;
  readonly draw: Draw;
  /** µs of CPU for each call in each round, by how many keys there are: few first. */
  readonly few: readonly number[];
  readonly many: readonly number[];
}

interface InProcessPlan {
  readonly few: Generated;
  readonly many: Generated;
  readonly rounds: number;
  readonly calls: number;
}

/** Both sizes in turn, each in a process of its own. */
export async function measureInProcess({
  few,
  many,
  rounds,
  calls,
}: InProcessPlan): Promise<readonly CallsMeasured[]> {
  const [ofFew, ofMany] = [startWorker(few), startWorker(many)];
  const all = pairs.map((pair) => ({ ...pair, few: new Array<number>(), many: new Array<number>() }));
  for (let round = -1; round < rounds; round += 1) {
    for (const { verb, draw, ...times } of all) {
      const task = { verb, draw, calls };
      const [one, other] = [await ask(ofFew, task), await ask(ofMany, task)];
      // The first round is for the compiler.
      if (round === -1) continue;
      times.few.push(one);
      times.many.push(other);
    }
  }
  for (const worker of [ofFew, ofMany]) worker.kill("SIGKILL");
  return all;
}

function startWorker({ directory, keys }: Generated): ChildProcess {
  const program = join(import.meta.dirname, "worker.ts");
  const [command = "", ...args] = onCore("server", [process.execPath, program, directory, String(keys)]);
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  process.on("exit", () => void child.kill("SIGKILL"));
  return child;
}

function ask(worker: ChildProcess, task: Task): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error("The worker ended before its work did."));
    worker.once("exit", end);
    worker.once("message", (micros) => {
      worker.off("exit", end);
      resolve(Number(micros));
    });
    worker.send(task);
  });
}
