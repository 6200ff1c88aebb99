import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunningServer } from "../harness/server.ts";
import { startLoaded } from "./load/installation.ts";
import { percentile } from "./load/percentile.ts";
import { probe } from "./load/prober.ts";
import type { ProofOptions, Report } from "./report.ts";

const atOnce = 50;

/** So many seconds without, and so many with 50 attempts to sign in at once, each by another account from elsewhere. */
export async function signIns({ rounds: seconds }: ProofOptions): Promise<Report> {
  const { server, token } = await startLoaded();
  const calm = probe(server, token, 5);
  await sleep(seconds * 1_000);
  const before = await calm();

  const stormy = probe(server, token, 5);
  const stop = attempt(server);
  await sleep(seconds * 1_000);
  const attempts = await stop();
  const during = await stormy();
  await server.kill();

  const [calmMs, stormMs] = [percentile(before.ms, 99), percentile(during.ms, 99)];
  return {
    promise: "Fifty attempts to sign in at once keep no key from being verified.",
    of: "seconds of attempts",
    runs: seconds,
    counted: "attempts",
    operations: [...attempts.values()].reduce((sum, count) => sum + count, 0),
    violations: [
      ...before.failures,
      ...during.failures,
      ...[...attempts.keys()]
        .filter((status) => ![401, 429, 503].includes(status))
        .map((status) => `an attempt was answered ${status}`),
    ],
    worst: `p99 of verification ${calmMs.toFixed(1)} ms without, ${stormMs.toFixed(1)} ms with: ${(stormMs - calmMs).toFixed(1)} ms more, ${(stormMs / calmMs).toFixed(2)} times`,
    table: [...attempts].map(([status, count]) => ({ "answered with": status, attempts: count })),
  };
}

/** Tries again and again with accounts that nobody has: they cost as much as those that somebody has. */
function attempt(server: RunningServer): () => Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
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
    return statuses;
  };
}
