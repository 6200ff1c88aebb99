import { availableParallelism } from "node:os";
import { generator } from "../load/burst.ts";
import { pinning } from "./cores.ts";
import { hasProc } from "./proc.ts";

/** What a run's figures depend on besides the programs. */
export const surroundings = {
  node: process.version,
  cores: availableParallelism(),
  pinned: pinning,
  generator,
  cpuIsKnown: hasProc,
} as const;

/** The same in a line. */
export function wordsOfSurroundings(): string {
  const where = pinning ? "the server and its load on a core each" : "the server and its load on any core";
  const without = hasProc ? "" : "; this system does not tell CPU and memory, they are left out";
  return `Node ${process.version}, ${surroundings.cores} cores, ${where}; load by ${generator}${without}`;
}
