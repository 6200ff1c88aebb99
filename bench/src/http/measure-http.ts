import { fillWithKeys } from "../generated/fill-with-keys.ts";
import { tokenOf } from "../generated/token-of.ts";
import { burst, writeLoad, type LoadPlan, type Measured } from "../load/burst.ts";
import { memoryOf } from "../machine/proc.ts";
import type { Started } from "../machine/start-process.ts";
import { temporaryDirectory } from "../measure.ts";
import { startContender, startKatkey, type ContenderName } from "./contenders.ts";
import type { Route } from "./routes.ts";

export interface HttpPlan extends LoadPlan {
  readonly keys: number;
  /** How many of the keys are in use, drawn from all. */
  readonly inUse: number;
  readonly rounds: number;
  readonly races: readonly Race[];
}

/** A route of the server, and who answers the same beside it. */
interface Race {
  readonly route: Route;
  readonly against: readonly ContenderName[];
}

/** What one program did with the requests to one route, round by round. */
export interface Lane {
  readonly route: string;
  readonly name: "katkey" | ContenderName;
  readonly runs: readonly Measured[];
  /** Resident MB after the last run. */
  readonly memory: number | null;
}

interface Running {
  readonly route: string;
  readonly name: Lane["name"];
  readonly server: Started;
  readonly file: string;
  readonly runs: Measured[];
}

/** Runs everybody in turn, and that again in each round: whatever else the machine does meets all of them alike. */
export async function measureHttp(plan: HttpPlan): Promise<readonly Lane[]> {
  const directory = temporaryDirectory();
  await fillWithKeys(directory, plan.keys);
  const katkey = await startKatkey(directory);
  const running: Running[] = [];
  for (const race of plan.races) running.push(...(await lineUp(katkey, race, plan)));
  for (const { server, file } of running) await burst(server, file, plan);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const { server, file, runs } of running) runs.push(await burst(server, file, plan));
  }
  const lanes = running.map(({ route, name, server, runs }) => {
    return { route, name, runs, memory: memoryOf(server.pid)?.now ?? null };
  });
  for (const server of new Set(running.map((each) => each.server))) await server.stop();
  return lanes;
}

async function lineUp(
  katkey: Started,
  { route, against }: Race,
  plan: HttpPlan,
): Promise<readonly Running[]> {
  // A step that shares no factor with the number of keys comes to each of them once.
  const step = 7_919;
  const tokens = Array.from({ length: plan.inUse }, (_, i) => tokenOf((i * step) % plan.keys));
  const servers: [Lane["name"], Started][] = [["katkey", katkey]];
  for (const name of against) servers.push([name, await startContender(name, { katkey, route, tokens })]);
  return servers.map(([name, server]) => {
    const file = writeLoad(
      tokens.map((token) => route.requestFor(token)),
      server,
    );
    return { route: route.name, name, server, file, runs: [] };
  });
}
