import { existsSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second for whoever reads, whatever it does itself. */
const tickMs = 10;

/** What the system tells about running processes. */
export const hasProc = existsSync("/proc/self/stat");

/** CPU time that a process has used so far, in itself and for it, of all its threads; `null` where the system does not tell. */
export function cpuMsOf(pid: number): number | null {
  if (!hasProc) return null;
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the program's name, which may hold anything.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) * tickMs;
}

/** Resident memory. */
export function memoryMbOf(pid: number): number | null {
  if (!hasProc) return null;
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1]) / 1_000;
}
