import { tokensInUse, type Generated } from "../generated/generate.ts";
import { tokenOf } from "../generated/token-of.ts";
import { startKatkey } from "../http/contenders.ts";
import { getUser } from "../http/routes.ts";
import { cpuMsOf } from "../machine/proc.ts";
import { writeTexts } from "../load/burst.ts";
import { steadyRun } from "../load/steady-run.ts";

interface FloodPlan {
  readonly installation: Generated;
  readonly rounds: number;
  readonly seconds: number;
  /** Requests a second. */
  readonly good: number;
  readonly bad: number;
}

/** A good client's 99th percentile in ms, round by round. */
export interface FloodMeasured {
  readonly alone: readonly number[];
  readonly beside: readonly number[];
  /** µs of CPU for each bad token, the good client's few requests included; `null` where the system does not tell. */
  readonly badMicros: readonly number[] | null;
}

/**
 * One good client, alone and beside strangers: each of their tokens is well formed and nobody's, each comes from an
 * address of its own.
 */
export async function measureFlood(plan: FloodPlan): Promise<FloodMeasured> {
  const { installation, rounds, seconds, good, bad } = plan;
  const server = await startKatkey(installation.directory);
  const goodFile = writeTexts(tokensInUse(installation, 1_000).map(getUser.requestFor), server);
  const badFile = writeTexts(
    Array.from({ length: bad * seconds }, (_, i) => strangersRequest(i)),
    server,
  );
  const client = () => steadyRun(server, { rate: good, seconds, file: goodFile }, "200");
  const strangers = () => steadyRun(server, { rate: bad, seconds, file: badFile }, "401");
  await Promise.all([client(), strangers()]);
  const [alone, beside, badMicros] = [new Array<number>(), new Array<number>(), new Array<number>()];
  for (let round = 0; round < rounds; round += 1) {
    alone.push((await client()).p99Ms);
    const before = cpuMsOf(server.pid);
    const [{ p99Ms }, { sent }] = await Promise.all([client(), strangers()]);
    beside.push(p99Ms);
    const after = cpuMsOf(server.pid);
    if (before !== null && after !== null) badMicros.push(((after - before) * 1_000) / sent);
  }
  await server.stop();
  return { alone, beside, badMicros: badMicros.length > 0 ? badMicros : null };
}

function strangersRequest(number: number) {
  const request = getUser.requestFor(tokenOf(number, "stranger"));
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return { ...request, headers: { ...request.headers, "X-Forwarded-For": address } };
}
