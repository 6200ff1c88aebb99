import { setTimeout as sleep } from "node:timers/promises";
import { signIn, type Dashboard } from "../../harness/dashboard.ts";
import type { RunningServer } from "../../harness/server.ts";
import { changedAnyway, countRevoked, miscounted } from "./books.ts";
import { settle, type Cast } from "./cast.ts";
import { changesOf, outcomeOf, tryChanges } from "./changes.ts";
import type { SmallDisk } from "./small-disk.ts";

export const revocations = 40;
/** An address has ten attempts until it rests for a minute. */
const signIns = 8;

/** What happened while a disk was full once. */
export interface Told {
  readonly verified: number;
  /** Milliseconds. */
  readonly slowest: number;
  readonly tried: number;
  readonly refused: number;
  readonly revoked: number;
  /** Uses in memory at the end. */
  readonly held: number;
  /** Milliseconds from the room to the first change. */
  readonly recovery: number;
  readonly violations: readonly string[];
}

interface Place {
  readonly server: RunningServer;
  /** Signed in once: an address has ten attempts a minute. */
  readonly dashboard: Dashboard;
  readonly small: SmallDisk;
}

/** Fills the disk of a server at work, changes and revokes, and makes room again. */
export async function fillAndFree({ server, dashboard, small }: Place, round: number): Promise<Told> {
  const cast = await settle(server, dashboard, round);
  await sleep(300);
  small.fill();
  const tried = await tryChanges(cast, { prefix: `Full ${round}`, most: 400, refusals: 100 });
  const refusedRevocations = await revokeSome(cast);
  const strangers = round <= signIns ? await outcomeOfSignIn(server) : [];
  const late = await tryChanges(cast, { prefix: `Late ${round}`, most: 10, refusals: 40 });
  const { said, held } = await healthOf(cast);
  small.free();
  const recovery = await untilChanged(cast);
  await sleep(1_000);
  await cast.asking.stop();

  const { answers } = cast.asking;
  const revoked = countRevoked(server, cast.keyIds);
  const violations = [
    ...answers.wrong.slice(0, 5),
    ...[tried, late].flatMap(({ other, unavailable }) => [...other, ...unavailable]),
    ...refusedRevocations,
    ...strangers,
    ...late.done.map((name) => `${name} was done with the room of revocations`),
    ...said,
    ...changedAnyway(server, [...tried.refused, ...late.refused]),
    ...(revoked === revocations ? [] : [`${revoked} keys are revoked, each with its entry`]),
    ...(await miscounted(cast, answers.served)),
  ];
  return {
    verified: answers.asked,
    slowest: answers.slowestMs,
    tried: [tried, late].flatMap(({ done, refused }) => [...done, ...refused]).length,
    refused: tried.refused.length + late.refused.length,
    revoked,
    held,
    recovery,
    violations: violations.map((violation) => `round ${round}: ${violation}`),
  };
}

async function revokeSome({ dashboard, organizationId, keyIds, known }: Cast): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const [index, keyId] of keyIds.slice(0, revocations).entries()) {
    const token = known[index];
    if (token === undefined) continue;
    token.state = "ending";
    const revocation = { reason: "compromised" } as const;
    const outcome = await outcomeOf(dashboard.keys.revoke.mutate({ organizationId, keyId, revocation }));
    token.state = outcome === "done" ? "ended" : "valid";
    if (outcome !== "done") refused.push(`a revocation was ${outcome}`);
  }
  return refused;
}

/** Whoever is to revoke has to get in. */
async function outcomeOfSignIn(server: RunningServer): Promise<readonly string[]> {
  return signIn(server).then(
    () => [],
    (error: unknown) => [String(error)],
  );
}

async function healthOf({ server, dashboard }: Cast) {
  const answer = await fetch(server.url("/readyz"));
  const text = await answer.text();
  const isRight = answer.ok && text.includes('"degraded"') && text.includes('"storage_full"');
  const { usage } = await dashboard.instance.health.query();
  return { said: isRight ? [] : [`/readyz said ${answer.status} ${text}`], held: usage.held };
}

export async function untilChanged(cast: Cast): Promise<number> {
  const [issue] = changesOf(cast);
  const freed = performance.now();
  for (let n = 0; performance.now() - freed < 30_000; n += 1) {
    if ((await issue(`Back ${n}`)) === "done") return performance.now() - freed;
    await sleep(20);
  }
  throw new Error("no change was taken within 30 s of the room");
}
