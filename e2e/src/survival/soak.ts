import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { getUser } from "../harness/dashboard.ts";
import { startLoaded, type Loaded } from "./load/installation.ts";
import { percentile } from "./load/percentile.ts";
import { probe } from "./load/prober.ts";
import type { ProofOptions, Report } from "./report.ts";
import { sampleOf, type Sample } from "./soak/sample.ts";
import { verdictOn } from "./soak/verdict.ts";

/** How long answers took up to a sample, in milliseconds. */
type Waits = readonly number[];

/** Works steadily for so many seconds, and looks what grows. */
export async function soak({ rounds: seconds, say = () => {} }: ProofOptions): Promise<Report> {
  const about = {
    promise: "After long work it holds no more memory, files and log than after a while.",
    of: "seconds",
    counted: "requests",
  };
  if (!existsSync("/proc/self/status")) {
    const skipped = "This system does not tell what a process holds (it has no /proc).";
    return { ...about, runs: 0, operations: 0, violations: [], worst: "", skipped };
  }
  const loaded = await startLoaded();
  const prober = await probe(loaded.server, { token: loaded.token, everyMs: 10, callers: 4 });
  const stop = work(loaded);
  const samples: Sample[] = [];
  const waits: Waits[] = [];
  const failures: string[] = [];
  const every = Math.max(1, Math.round(seconds / 60));
  for (let second = every; second <= seconds; second += every) {
    await sleep(every * 1_000);
    const seen = await prober.seen();
    failures.push(...seen.failures);
    waits.push(seen.ms);
    samples.push(sampleOf(loaded.server, second));
    if (samples.length % 10 === 0) say(`${second} of ${seconds} s`);
  }
  prober.end();
  failures.push(...(await stop()));
  await loaded.server.kill();
  const { violations, worst } = verdictOn(samples);
  return {
    ...about,
    runs: seconds,
    operations: waits.flat().length,
    violations: [...failures, ...violations],
    worst,
    table: [0, 1, 2].map((third) => rowOf(third, { samples, waits })),
  };
}

interface Seen {
  readonly samples: readonly Sample[];
  readonly waits: readonly Waits[];
}

function rowOf(third: number, { samples, waits }: Seen) {
  const among = <Value>(values: readonly Value[]) =>
    values.slice((values.length * third) / 3, (values.length * (third + 1)) / 3);
  const held = among(samples);
  return {
    third: third + 1,
    "p99 ms": percentile(among(waits).flat(), 99).toFixed(1),
    "RSS MiB": range(held.map(({ rssKib }) => Math.round(rssKib / 1_024))),
    "open files": range(held.map(({ files }) => files)),
    "log MiB": range(held.map(({ walBytes }) => Math.round(walBytes / 1_048_576))),
  };
}

const range = (values: readonly number[]) => `${Math.min(...values)}–${Math.max(...values)}`;

/** What comes beside good requests: five changes a second, and bad tokens from ever other addresses. */
function work({ server, dashboard, organizationId }: Loaded): () => Promise<readonly string[]> {
  const refused: string[] = [];
  let stopped = false;
  const working = (async () => {
    for (let i = 0; !stopped; i += 1) {
      try {
        const key = { name: `Soak ${i}`, environment: "live" } as const;
        const issued = await dashboard.keys.issue.mutate({ organizationId, key });
        await dashboard.keys.revoke.mutate({
          organizationId,
          keyId: issued.key.id,
          revocation: { reason: "unused" },
        });
        await (await getUser(server, issued.token)).arrayBuffer();
        const address = `2001:db8:${randomInt(65_536).toString(16)}:${randomInt(65_536).toString(16)}::1`;
        const headers = { authorization: "Bearer kat_live_no", "x-forwarded-for": address };
        await (await fetch(server.url("/v1/user"), { headers })).arrayBuffer();
      } catch (error) {
        refused.push(`a change was refused: ${String(error)}`);
      }
      await sleep(400);
    }
  })();
  return async () => {
    stopped = true;
    await working;
    return refused;
  };
}
