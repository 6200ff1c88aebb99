import { figureOf, ratioOf, type Figure } from "../figures.ts";
import type { FloodMeasured } from "../flood/measure-flood.ts";
import type { ContenderName } from "../http/contenders.ts";
import type { Lane } from "../http/measure-http.ts";
import type { CallsMeasured } from "../in-process/measure-in-process.ts";
import { getUser, getUserAsApp } from "../http/routes.ts";
import type { Bound, Line } from "./line.ts";

export interface Results {
  readonly calls: readonly CallsMeasured[];
  readonly lanes: readonly Lane[];
  readonly flood: FloodMeasured | null;
}

const least = (value: number): Bound => ({ at: "least", value });
const most = (value: number): Bound => ({ at: "most", value });

/** Every figure that something is wanted of, and those that stand beside them. */
export function linesOf({ calls, lanes, flood }: Results): readonly Line[] {
  return [
    ...calls.filter(({ verb }) => verb !== "admit an app").flatMap(linesOfCalls),
    ...linesOfAppCalls(calls),
    ...sharesOf(lanes),
    ...linesOfAppLanes(lanes),
    ...memoryOf(lanes),
    ...(flood === null ? [] : linesOfFlood(flood)),
  ];
}

function linesOfCalls({ verb, draw, few, many }: CallsMeasured): readonly Line[] {
  const wanted = (bound: Bound) => (verb === "admit" ? bound : null);
  const name = `${verb} in process, ${draw}`;
  return [
    { name, unit: "µs", figure: figureOf(many), target: wanted(most(12)) },
    { name: `${name}: many keys to few`, unit: "×", figure: ratioOf(many, few), target: wanted(most(1.3)) },
  ];
}

/** How much an app's request may cost for each that a key's does. */
const ofApp = most(1.5);

function linesOfAppCalls(calls: readonly CallsMeasured[]): readonly Line[] {
  const app = calls.find(({ verb }) => verb === "admit an app");
  const key = calls.find(({ verb, draw }) => verb === "admit" && draw === app?.draw);
  if (app === undefined || key === undefined) return [];
  const name = `${app.verb} in process, ${app.draw}`;
  return [
    { name, unit: "µs", figure: figureOf(app.many), target: null },
    { name: `${name}: to a key`, unit: "×", figure: ratioOf(app.many, key.many), target: ofApp },
  ];
}

function linesOfAppLanes(lanes: readonly Lane[]): readonly Line[] {
  const [app, key] = [getUserAsApp, getUser].map((route) =>
    lanes.find((lane) => lane.route === route.name && lane.name === "katkey"),
  );
  if (app === undefined || key === undefined) return [];
  // The other way round than against others: what it costs, not what it answers.
  return [{ name: `${app.route}: to a key`, unit: "×", figure: shareOf(key, app), target: ofApp }];
}

/** How many requests the server is to answer for each that the other one answers with the same CPU. */
const wantedShares: Readonly<Record<string, Partial<Record<ContenderName, number>>>> = {
  "GET /v1/user": { express: 0.9, "node:http": 0.5, "better-auth": 30 },
  "POST /v1/verify": { "node:http": 0.4, "better-auth": 30 },
  "GET /v1/forward-auth": { "node:http": 0.5, "better-auth": 30 },
};

function sharesOf(lanes: readonly Lane[]): readonly Line[] {
  const betterAuth = lanes.find(({ name }) => name === "better-auth");
  const routes = Map.groupBy(lanes, ({ route }) => route);
  return Array.from(routes).flatMap(([route, of]) => {
    const katkey = of.find(({ name }) => name === "katkey");
    const others = of.filter((lane) => lane !== katkey && lane !== betterAuth);
    // A route that nobody else has is measured against another of the server's own.
    return (wantedShares[route] === undefined ? [] : [...others, betterAuth]).flatMap((other) => {
      if (katkey === undefined || other === undefined || other.name === "katkey") return [];
      const wanted = wantedShares[route]?.[other.name];
      const target = wanted === undefined ? null : least(wanted);
      return [
        { name: `${route} to ${other.name}`, unit: "×", figure: shareOf(katkey, other), target },
      ] as const;
    });
  });
}

/** By CPU, which a busy machine leaves alone; by answers where the system does not tell. */
function shareOf(katkey: Lane, other: Lane): Figure {
  const [own, theirs] = [cpuOf(katkey), cpuOf(other)];
  return own.length > 0 ? ratioOf(theirs, own) : ratioOf(ratesOf(katkey), ratesOf(other));
}

function cpuOf({ runs }: Lane): readonly number[] {
  return runs.flatMap(({ cpuMicros }) => cpuMicros ?? []);
}

function ratesOf({ runs }: Lane): readonly number[] {
  return runs.map(({ requests, seconds }) => requests / seconds);
}

function memoryOf(lanes: readonly Lane[]): readonly Line[] {
  const own = lanes.filter(({ name }) => name === "katkey");
  if (own.length === 0) return [];
  const values = own.flatMap(({ runs }) => runs.flatMap(({ memoryMb }) => memoryMb ?? []));
  const figure = values.length === 0 ? null : figureOf(values);
  return [{ name: "resident memory under load", unit: "MB", figure, target: most(180) }];
}

function linesOfFlood({ alone, beside, badMicros }: FloodMeasured): readonly Line[] {
  const more = beside.map((p99, round) => p99 - (alone[round] ?? Number.NaN));
  return [
    { name: "p99 of a good client alone", unit: "ms", figure: figureOf(alone), target: null },
    { name: "p99 of a good client, added by a flood", unit: "ms", figure: figureOf(more), target: most(10) },
    { name: "CPU for a bad token", unit: "µs", figure: badMicros && figureOf(badMicros), target: null },
  ];
}
