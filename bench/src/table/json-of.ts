import { verdictOf, type Line } from "./line.ts";
import type { Lane } from "../http/measure-http.ts";

interface Told {
  readonly surroundings: Readonly<Record<string, string | number | boolean>>;
  readonly lines: readonly Line[];
  readonly lanes: readonly Lane[];
}

/** All of it for programs: each line with its verdict, and every run of every lane. */
export function jsonOf({ surroundings, lines, lanes }: Told): string {
  const judged = lines.map((line) => ({ ...line, verdict: verdictOf(line) }));
  return JSON.stringify({ surroundings, lines: judged, lanes }, null, 2);
}
