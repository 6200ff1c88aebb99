import { tokensInUse, type Generated } from "../generated/generate.ts";
import { burst, writeLoad, type LoadPlan, type Measured } from "../load/burst.ts";
import type { Started } from "../machine/start-process.ts";
import { startContender, startKatkey, type ContenderName, type Setting } from "./contenders.ts";
import { recordGood } from "./recorded-answer.ts";
import type { Route } from "./routes.ts";

export interface HttpPlan extends LoadPlan {
  readonly installation: Generated;
  /** How many of the keys are in use. */
  readonly inUse: number;
  readonly rounds: number;
  readonly races: readonly Race[];
  /** For Node when it runs the server. */
  readonly nodeFlags?: readonly string[];
}

/** A route of the server, and who answers the same beside it. */
export interface Race {
  readonly route: Route;
  readonly against: readonly ContenderName[];
  /** Absent: those of the keys in use. */
  readonly tokens?: readonly string[];
}

/** What one program did with the requests to one route, round by round. */
export interface Lane {
  readonly route: string;
  readonly name: "katkey" | ContenderName;
  readonly runs: readonly Measured[];
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
  const { installation, rounds, races } = plan;
  const katkey = await startKatkey(installation.directory, plan.nodeFlags);
  const tokens = tokensInUse(installation, plan.inUse);
  const running: Running[] = [];
  for (const { route, against, tokens: own = tokens } of races) {
    running.push(...(await lineUp({ katkey, route, tokens: own, installation }, against)));
  }
  for (const { server, file } of running) await burst(server, file, plan);
  for (let round = 0; round < rounds; round += 1) {
    for (const { server, file, runs } of running) runs.push(await burst(server, file, plan));
  }
  // The generators know of refusals by their status alone, and a good token stays one to the end.
  for (const { route, tokens: own = tokens } of races)
    await Promise.all(own.slice(-20).map((token) => recordGood(katkey, route, token)));
  for (const server of new Set(running.map((each) => each.server))) await server.stop();
  return running.map(({ route, name, runs }) => ({ route, name, runs }));
}

async function lineUp(setting: Setting, against: readonly ContenderName[]): Promise<readonly Running[]> {
  const { katkey, route, tokens } = setting;
  const servers: [Lane["name"], Started][] = [["katkey", katkey]];
  for (const name of against) servers.push([name, await startContender(name, setting)]);
  const requests = tokens.map((token) => route.requestFor(token));
  return servers.map(([name, server]) => {
    return { route: route.name, name, server, file: writeLoad(requests, server), runs: [] };
  });
}
