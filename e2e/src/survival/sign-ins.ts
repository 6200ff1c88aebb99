import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunningServer } from "../harness/server.ts";
import { startLoaded } from "./load/installation.ts";
import { percentile } from "./load/percentile.ts";
import { probe, type Probes } from "./load/prober.ts";
import type { ProofOptions, Report } from "./report.ts";

const atOnce = 50;
const mostSecondsOfEach = 5;

/**
 * So many seconds without, and so many with 50 attempts to sign in at once, each by another account from elsewhere: a
 * few of these and a few of those in turns, so that what else the machine does meets both.
 */
export async function signIns({ rounds: seconds }: ProofOptions): Promise<Report> {
  const { server, token } = await startLoaded();
  const prober = await probe(server, { token, everyMs: 5, callers: 1 });
  const statuses = new Map<number, number>();
  const [calm, storm]: [Probes[], Probes[]] = [[], []];
  for (let left = seconds; left > 0; left -= mostSecondsOfEach) {
    const ms = Math.min(left, mostSecondsOfEach) * 1_000;
    await prober.seen();
    await sleep(ms);
    calm.push(await prober.seen());
    const stop = attempt(server, statuses);
    await sleep(ms);
    storm.push(await prober.seen());
    await stop();
  }
  prober.end();
  await server.kill();

  const [calmMs, stormMs] = [p99Of(calm), p99Of(storm)];
  return {
    promise: "Fifty attempts to sign in at once keep no key from being verified.",
    of: "seconds of attempts",
    runs: seconds,
    counted: "attempts",
    operations: [...statuses.values()].reduce((sum, count) => sum + count, 0),
    violations: [
      ...[...calm, ...storm].flatMap(({ failures }) => failures),
      ...[...statuses.keys()]
        .filter((status) => ![401, 429, 503].includes(status))
        .map((status) => `an attempt was answered ${status}`),
    ],
    worst: `p99 of verification, asked for by a process of its own, ${calmMs.toFixed(1)} ms without, ${stormMs.toFixed(1)} ms with: ${(stormMs - calmMs).toFixed(1)} ms more, ${(stormMs / calmMs).toFixed(2)} times`,
    table: [...statuses].map(([status, count]) => ({ "answered with": status, attempts: count })),
  };
}

function p99Of(probes: readonly Probes[]): number {
  return percentile(
    probes.flatMap(({ ms }) => ms),
    99,
  );
}

/** Tries again and again with accounts that nobody has: they cost as much as those that somebody has. */
function attempt(server: RunningServer, statuses: Map<number, number>): () => Promise<unknown> {
  let stopped = false;
  const trying = Array.from({ length: atOnce }, async () => {
    while (!stopped) {
      const answer = await fetch(server.url("/auth/sign-in/email"), {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin: server.origin,
          "x-forwarded-for": `2001:db8:${randomInt(65_536).toString(16)}:${randomInt(65_536).toString(16)}::1`,
        },
        body: JSON.stringify({ email: `${randomUUID()}@example.com`, password: "violet-umbrella-77" }),
      });
      await answer.arrayBuffer();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(trying);
  };
}
