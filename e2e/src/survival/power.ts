import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDashboard, unattended } from "../harness/dashboard.ts";
import { liftCaps } from "../harness/database.ts";
import { startServer, temporaryDirectory } from "../harness/server.ts";
import { createDisk, type Image } from "./power/disk.ts";
import { lostChanges, lostUses, type Damage } from "./power/judge.ts";
import { onlyAtCheckpoints } from "./power/only-at-checkpoints.ts";
import { eventsOf, tracer, type Event } from "./power/trace.ts";
import { work, type Sent } from "./power/workload.ts";
import type { ProofOptions, Report } from "./report.ts";

/** Enough that the logs are written back several times: each change is some ten pages of a thousand. */
const requestsPerCut = 4;
const fewestRequests = 200;

/**
 * Runs the server under a tracer of system calls, and cuts the power after the fact: at many moments, what of its files
 * would be left if only what had been synced by then had reached the disk, or that and some pages more.
 */
export async function power({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const about = {
    promise:
      "At a power cut it has every acknowledged change, with FULL every counted request, and nothing corrupt.",
    of: "cut points",
    counted: "acknowledged requests",
  };
  if (spawnSync("strace", ["-V"]).status !== 0) {
    const skipped = "There is no strace on this machine (on Debian: apt-get install strace).";
    return { ...about, runs: 0, operations: 0, violations: [], worst: "", skipped };
  }

  const cases: Case[] = [];
  let operations = 0;
  for (const durability of ["normal", "full"] as const) {
    const traced = await trace(durability, Math.max(fewestRequests, rounds * requestsPerCut));
    operations += traced.sent.length;
    say(
      `${traced.sent.length} requests traced, with usage.db at ${durability}: ${traced.events.length} calls`,
    );
    const usage = { file: "usage.db", durability: durability.toUpperCase(), judge: lostUses } as const;
    cases.push(await cut({ ...usage, ...traced }, rounds));
    if (durability === "normal") continue;
    const main = { file: "katkey.db", judge: lostChanges } as const;
    cases.push(await cut({ ...main, durability: "FULL", ...traced }, rounds));
    const events = onlyAtCheckpoints(traced.events, "katkey.db");
    cases.push(await cut({ ...main, ...traced, durability: "NORMAL, as it would be", events }, rounds));
  }
  const [normal] = cases;
  return {
    ...about,
    runs: cases.reduce((sum, one) => sum + one.cuts, 0),
    operations,
    violations: cases.flatMap((one) => one.violations),
    worst: `usage.db at NORMAL, the default, lost the last ${normal?.worst ?? 0} counted requests at most`,
    table: cases.map(({ violations: _, ...row }) => ({
      file: row.file,
      synchronous: row.durability,
      "cut points": row.cuts,
      "cuts that lost": row.losing,
      "lost at most": row.worst,
      "corrupt images": row.corrupt,
    })),
  };
}

interface Traced {
  readonly dataDir: string;
  readonly before: Image;
  readonly events: readonly Event[];
  readonly sent: readonly Sent[];
}

/** Prepares an installation, and traces it from a start to its death under work. */
async function trace(durability: "normal" | "full", requests: number): Promise<Traced> {
  const dataDir = temporaryDirectory();
  const env = { ...unattended, KATKEY_USAGE_DURABILITY: durability };
  const first = await startServer({ dataDir, env });
  const dashboard = await openDashboard(first);
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Power" });
  const key = { name: "Writer", environment: "live" } as const;
  const { token } = await dashboard.keys.issue.mutate({ organizationId, key });
  liftCaps(first);
  await first.stop();
  const before = new Map(
    readdirSync(dataDir).map((file) => [join(dataDir, file), readFileSync(join(dataDir, file))] as const),
  );

  const to = join(temporaryDirectory(), "trace");
  const server = await startServer({ dataDir, env, under: tracer(to) });
  const sent = await work(server, token, requests);
  await server.kill();
  await hasEnded(to);
  return { dataDir, before, events: await eventsOf(to), sent };
}

/** The tracer writes on for a moment when the server is gone. */
async function hasEnded(trace: string): Promise<void> {
  const file = await open(trace);
  const end = Buffer.alloc(100);
  do {
    await sleep(50);
    const { size } = await file.stat();
    await file.read(end, 0, end.length, Math.max(0, size - end.length));
  } while (!end.toString("latin1").includes("+++ killed by SIGKILL +++"));
  await file.close();
}

interface Question extends Traced {
  readonly file: string;
  readonly durability: string;
  readonly judge: (image: Image, answered: readonly Sent[]) => Promise<Damage>;
}

interface Case {
  readonly file: string;
  readonly durability: string;
  readonly cuts: number;
  readonly losing: number;
  readonly worst: number;
  readonly corrupt: number;
  readonly violations: readonly string[];
}

/** Cuts the power at so many moments of a trace, and looks at what is left. */
async function cut(question: Question, rounds: number): Promise<Case> {
  const { file, durability, events, before, dataDir, judge } = question;
  const requests = new Map(question.sent.map((one) => [one.requestId, one]));
  const disk = createDisk(before, dataDir);
  const answered: Sent[] = [];
  const moments = momentsIn(events, rounds);
  const damages: Damage[] = [];
  for (const [i, event] of events.entries()) {
    disk.apply(event);
    if (event.type === "answered") answered.push(...event.requestIds.flatMap((id) => requests.get(id) ?? []));
    const unsynced = damages.length % 2 === 0 ? "nothing" : "some";
    if (moments.has(i)) damages.push(await judge(disk.left(unsynced), answered));
  }
  const losing = damages.filter(({ lost }) => lost > 0);
  const corrupt = damages.filter((damage) => damage.corrupt.length > 0);
  const lostThoughSynced = durability === "FULL" ? losing : [];
  return {
    file,
    durability,
    cuts: damages.length,
    losing: losing.length,
    worst: Math.max(0, ...losing.map(({ lost }) => lost)),
    corrupt: corrupt.length,
    violations: [
      ...lostThoughSynced.map(({ lost }) => `${file} at FULL lost ${lost} that were acknowledged`),
      ...corrupt.map((damage) => `${file} at ${durability}: ${damage.corrupt.join("; ")}`),
    ],
  };
}

/** Half of them right behind an answer, where there is most to lose; the others anywhere from the first one on. */
function momentsIn(events: readonly Event[], count: number): ReadonlySet<number> {
  const answers = events.flatMap(({ type }, i) => (type === "answered" ? [i] : []));
  const [first = 0] = answers;
  const moments = new Set<number>();
  const most = Math.min(count, answers.length);
  while (moments.size < most) {
    const answer = answers[randomInt(answers.length)] ?? 0;
    moments.add(moments.size % 2 === 0 ? answer : randomInt(first, events.length));
  }
  return moments;
}
