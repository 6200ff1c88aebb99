import { figureOf, ratioOf, wordsOf } from "../figures.ts";
import type { Measured } from "../load/burst.ts";
import { medianOf } from "../measure.ts";
import type { Lane } from "./measure-http.ts";

const heads = [
  "",
  "req/s",
  "busy",
  "CPU µs/req",
  "req/s a core",
  "p50 ms",
  "p99 ms",
  "RSS MB",
  "katkey to it",
];
const widths = [11, 7, 5, 21, 12, 8, 8, 7, 19] as const;

/** The lanes as a table for people: for each route who answered, at what cost, and how the server stands to it. */
export function wordsOfLanes(lanes: readonly Lane[]): string {
  const routes = Array.from(Map.groupBy(lanes, (lane) => lane.route));
  return routes.map(([route, of]) => `${route}\n${tableOf(of)}`).join("\n\n");
}

function tableOf(lanes: readonly Lane[]): string {
  const katkey = lanes.find(({ name }) => name === "katkey");
  return [heads, ...lanes.map((lane) => cellsOf(lane, katkey))].map(row).join("\n");
}

function cellsOf(lane: Lane, katkey: Lane | undefined): readonly string[] {
  const median = (pick: (run: Measured) => number | null, digits: number) => {
    const values = lane.runs.flatMap((run) => pick(run) ?? []);
    return values.length === 0 ? "–" : medianOf(values).toFixed(digits);
  };
  const cpu = cpuOf(lane);
  const isKnown = cpu.length > 0;
  return [
    lane.name,
    median(({ requests, seconds }) => requests / seconds, 0),
    median(({ busy }) => busy, 2),
    isKnown ? wordsOf(figureOf(cpu), 1) : "–",
    isKnown ? (1e6 / medianOf(cpu)).toFixed(0) : "–",
    median(({ p50Ms }) => p50Ms, 2),
    median(({ p99Ms }) => p99Ms, 2),
    median(({ memoryMb }) => memoryMb, 0),
    isKnown ? wordsOf(ratioOf(cpu, cpuOf(katkey)), 2) : "–",
  ];
}

function cpuOf(lane: Lane | undefined): readonly number[] {
  return (lane?.runs ?? []).flatMap(({ cpuMicros }) => cpuMicros ?? []);
}

function row(cells: readonly string[]): string {
  const [name = "", ...figures] = cells;
  return name.padEnd(widths[0]) + figures.map((cell, i) => ` ${cell.padStart(widths[i + 1] ?? 0)}`).join("");
}
