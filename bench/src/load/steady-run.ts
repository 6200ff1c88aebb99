import { join } from "node:path";
import { onCore } from "../machine/cores.ts";
import type { Started } from "../machine/start-process.ts";
import { outputOf } from "./output-of.ts";

/** What came of requests at a fixed rate. */
export interface Steady {
  readonly sent: number;
  readonly answered: number;
  readonly seconds: number;
  /** How many answers of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** From when a request was due, whenever it was sent. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface SteadyPlan {
  readonly rate: number;
  readonly seconds: number;
  /** Of `writeTexts`. */
  readonly file: string;
}

/** Sends at a fixed rate, however slowly it is answered. @throws Error when not everything was answered, with this status */
export async function steadyRun(server: Started, plan: SteadyPlan, status: string): Promise<Steady> {
  const { rate, seconds, file } = plan;
  const program = join(import.meta.dirname, "steady.ts");
  const command = [process.execPath, program, String(server.port), String(rate), String(seconds), file];
  const run: Steady = JSON.parse(await outputOf(onCore("load", command)));
  if (run.statuses[status] !== run.sent) {
    throw new Error(
      `Of ${run.sent} requests not all were answered ${status}: ${JSON.stringify(run.statuses)}`,
    );
  }
  return run;
}
