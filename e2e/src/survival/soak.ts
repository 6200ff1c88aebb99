import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getUser } from "../harness/dashboard.ts";
import type { RunningServer } from "../harness/server.ts";
import { startLoaded, type Loaded } from "./load/installation.ts";
import { percentile } from "./load/percentile.ts";
import { probe } from "./load/prober.ts";
import type { ProofOptions, Report } from "./report.ts";

const mostWalBytes = 64 * 1_048_576;
const mostMoreFiles = 20;

interface Sample {
  readonly second: number;
  readonly rssKib: number;
  readonly files: number;
  readonly walBytes: number;
}

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
  const callers = Array.from({ length: 4 }, () => probe(loaded.server, loaded.token, 10));
  const stop = work(loaded);
  const samples: Sample[] = [];
  const every = Math.max(1, Math.round(seconds / 60));
  for (let second = 0; second < seconds; second += every) {
    await sleep(every * 1_000);
    samples.push(sampleOf(loaded.server, second + every));
    if (samples.length % 10 === 0) say(`${second + every} of ${seconds} s`);
  }
  const refused = await stop();
  const probes = await Promise.all(callers.map((end) => end()));
  await loaded.server.kill();

  // What fills once, caches and pools, has filled by then.
  const warm = samples.slice(Math.floor(samples.length / 3));
  const [first, last] = [warm[0], warm.at(-1)];
  const moreFiles = (last?.files ?? 0) - (first?.files ?? 0);
  const wal = Math.max(0, ...samples.map(({ walBytes }) => walBytes));
  const ms = probes.map((one) => one.ms);
  const third = (from: number) =>
    ms.flatMap((one) => one.slice((one.length * from) / 3, (one.length * (from + 1)) / 3));
  return {
    ...about,
    runs: seconds,
    operations: ms.flat().length,
    violations: [
      ...refused,
      ...probes.flatMap(({ failures }) => failures),
      ...(moreFiles > mostMoreFiles ? [`${moreFiles} more files are open at the end`] : []),
      ...(wal > mostWalBytes ? [`a log grew to ${wal} bytes`] : []),
    ],
    worst: `memory ${slopeOf(warm).toFixed(0)} KiB a minute, ${moreFiles} more open files, logs of ${(wal / 1_048_576).toFixed(1)} MiB at most`,
    table: [
      {
        "": "first third",
        "p99 ms": percentile(third(0), 99).toFixed(1),
        "RSS MiB": ((first?.rssKib ?? 0) / 1_024).toFixed(0),
        "open files": first?.files ?? 0,
      },
      {
        "": "last third",
        "p99 ms": percentile(third(2), 99).toFixed(1),
        "RSS MiB": ((last?.rssKib ?? 0) / 1_024).toFixed(0),
        "open files": last?.files ?? 0,
      },
    ],
  };
}

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

function sampleOf({ process: { pid }, dataDir }: RunningServer, second: number): Sample {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const logs = ["katkey.db-wal", "usage.db-wal"].map(
    (file) => statSync(join(dataDir, file), { throwIfNoEntry: false })?.size ?? 0,
  );
  return {
    second,
    rssKib: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]),
    files: readdirSync(`/proc/${pid}/fd`).length,
    walBytes: Math.max(...logs),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** KiB a minute, by least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const [x, y] = [mean(samples.map(({ second }) => second)), mean(samples.map(({ rssKib }) => rssKib))];
  const above = samples.reduce((sum, { second, rssKib }) => sum + (second - x) * (rssKib - y), 0);
  const below = samples.reduce((sum, { second }) => sum + (second - x) ** 2, 0);
  return below === 0 ? 0 : (above / below) * 60;
}
