import { setTimeout as sleep } from "node:timers/promises";
import type { Dashboard } from "../../harness/dashboard.ts";
import type { RunningServer } from "../../harness/server.ts";
import { changedAnyway, countRevoked, lost, miscounted } from "./books.ts";
import { settle, type Cast } from "./cast.ts";
import { outcomeOf, tryChanges } from "./changes.ts";
import { failFor, type Failure } from "./failing-disk.ts";
import { untilChanged } from "./round.ts";

const revocations = 5;

/** What happened while a disk failed once. */
export interface Failed {
  readonly failure: Failure;
  readonly verified: number;
  readonly refused: number;
  /** Milliseconds from when the disk was well to the first change. */
  readonly recovery: number;
  readonly violations: readonly string[];
}

interface Place {
  readonly server: RunningServer;
  readonly dashboard: Dashboard;
}

/** Has the disk of a server at work fail, changes and revokes in vain, and lets it be well again. */
export async function failAndMend(
  { server, dashboard }: Place,
  failure: Failure,
  round: number,
): Promise<Failed> {
  const cast = await settle(server, dashboard, round);
  const before = await tryChanges(cast, { prefix: `Before ${round}`, most: 5, refusals: 1 });
  const mend = await failFor(server.process.pid ?? 0, failure);
  const tried = await tryChanges(cast, { prefix: `Failing ${round}`, most: 20, refusals: 40 });
  const revoked = await revokeInVain(cast);
  const said = await (await fetch(server.url("/readyz"))).text();
  await mend();
  const recovery = await untilChanged(cast);
  await sleep(1_000);
  await cast.asking.stop();
  const { answers } = cast.asking;
  const violations = [
    ...answers.wrong.slice(0, 5),
    ...[before, tried].flatMap(({ other, refused }) => [...other, ...refused]),
    ...tried.done.map((name) => `${name} was done on a disk that fails`),
    ...revoked,
    ...(said.includes('"storage_unavailable"') ? [] : [`/readyz said ${said}`]),
    ...changedAnyway(server, tried.unavailable),
    ...lost(server, before.done),
    ...(countRevoked(server, cast.keyIds) === 0 ? [] : ["a revocation was refused, and is there"]),
    ...(await miscounted(cast, answers.served)),
  ];
  return {
    failure,
    verified: answers.asked,
    refused: tried.unavailable.length + revocations - revoked.length,
    recovery,
    violations: violations.map((violation) => `round ${round}, ${failure}: ${violation}`),
  };
}

/** None is acknowledged that would be forgotten: the keys are good as before. */
async function revokeInVain({ dashboard, organizationId, keyIds }: Cast): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const keyId of keyIds.slice(0, revocations)) {
    const revocation = { reason: "compromised" } as const;
    const outcome = await outcomeOf(dashboard.keys.revoke.mutate({ organizationId, keyId, revocation }));
    if (outcome !== "unavailable") wrong.push(`a revocation was ${outcome}`);
  }
  return wrong;
}
