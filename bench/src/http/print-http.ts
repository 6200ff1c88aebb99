import { figureOf, ratioOf, wordsOf } from "../figures.ts";
import { medianOf } from "../measure.ts";
import { generator, type Measured } from "../load/burst.ts";
import { pinning } from "../machine/cores.ts";
import type { Lane } from "./measure-http.ts";

/** A table on the terminal: for each route who answered, at what cost, and how that stands to the server. */
export function printHttp(lanes: readonly Lane[]): void {
  console.log(
    `load by ${generator}, ${pinning ? "server and load on a core each" : "not pinned"}; medians (least–most)`,
  );
  for (const [route, of] of Map.groupBy(lanes, (lane) => lane.route)) {
    console.log(`\n${route}`);
    const katkey = of.find(({ name }) => name === "katkey");
    console.log(row(["", "req/s", "CPU µs/req", "busy", "p50 ms", "p99 ms", "RSS MB", "katkey per CPU"]));
    for (const lane of of) console.log(row(cellsOf(lane, katkey)));
  }
}

function cellsOf(lane: Lane, katkey: Lane | undefined): readonly string[] {
  const figure = (pick: (run: Measured) => number | null) =>
    figureOf(lane.runs.flatMap((run) => pick(run) ?? []));
  const median = (pick: (run: Measured) => number | null) => figure(pick).median;
  return [
    lane.name,
    medianOf(lane.runs.map(({ requests, seconds }) => requests / seconds)).toFixed(0),
    wordsOf(
      figure(({ cpuMicros }) => cpuMicros),
      1,
    ),
    median(({ busy }) => busy).toFixed(2),
    median(({ p50Ms }) => p50Ms).toFixed(2),
    median(({ p99Ms }) => p99Ms).toFixed(2),
    (lane.memory ?? Number.NaN).toFixed(0),
    wordsOf(ratioOf(cpuOf(lane), cpuOf(katkey)), 2),
  ];
}

function cpuOf(lane: Lane | undefined): readonly number[] {
  return (lane?.runs ?? []).flatMap(({ cpuMicros }) => cpuMicros ?? []);
}

const widths = [12, 8, 20, 6, 8, 8, 8, 20];

function row(cells: readonly string[]): string {
  return cells
    .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
    .join("");
}
