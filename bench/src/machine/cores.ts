import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Which of the machine's cores a program runs on. */
export type Core = "server" | "load";

const numbers: Readonly<Record<Core, string>> = { server: "0", load: "1" };

/** Whether the server can have a core that the load does not touch. */
export const pinning = availableParallelism() > 1 && Object.values(numbers).every(canPinTo);

/** The command that runs a program on a core, or anywhere when the system cannot say where. */
export function onCore(core: Core, command: readonly string[]): readonly string[] {
  return pinning ? ["taskset", "-c", numbers[core], ...command] : command;
}

function canPinTo(core: string): boolean {
  return spawnSync("taskset", ["-c", core, "true"]).status === 0;
}
