import { openDashboard, unattended } from "../harness/dashboard.ts";
import { startServer } from "../harness/server.ts";
import { failAndMend, type Failed } from "./disk/fail-and-mend.ts";
import { failures, lacksTracer, type Failure } from "./disk/failing-disk.ts";
import { diesWith, inNamespace, isInNamespace } from "./disk/in-namespace.ts";
import { fillAndFree, revocations, type Told } from "./disk/round.ts";
import { aSmallDisk } from "./disk/small-disk.ts";
import { startsAnyway } from "./disk/starts.ts";
import type { ProofOptions, Report } from "./report.ts";

const megabytes = 64;
const kinds = Object.keys(failures) as Failure[];
const mayNotMount = "This user may not mount a file system: root may, and whoever may run unshare -Urm.";

/**
 * Fills the disk of a server that is at work, to the last byte, and looks whether it verifies keys, refuses changes as
 * it should, still revokes, and goes on by itself when there is room again.
 */
export async function disk({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const about = {
    promise:
      "On a full disk keys are verified and revoked as ever, every other change is refused with 507 and changes nothing; on one that fails keys are verified and nothing is changed; and all goes on by itself.",
    of: "full disks",
    counted: "verifications and changes",
  };
  if (!isInNamespace()) {
    const report = await inNamespace("disk", { rounds, say });
    return report ?? { ...about, runs: 0, operations: 0, violations: [], worst: "", skipped: mayNotMount };
  }

  const small = aSmallDisk(megabytes);
  const server = await startServer({
    dataDir: small.directory,
    env: unattended,
    under: diesWith("KILL"),
  });
  const dashboard = await openDashboard(server);
  const told: Told[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    told.push(await fillAndFree({ server, dashboard, small }, round));
    say(`${round} of ${rounds}: ${told.at(-1)?.violations.join("; ") || "nothing violated"}`);
  }
  const failed: Failed[] = [];
  for (let round = 1; round <= rounds && lacksTracer() === null; round += 1) {
    const failure = kinds[round % kinds.length] ?? "EIO, syncs only";
    failed.push(await failAndMend({ server, dashboard }, failure, rounds + round));
    say(`${failure}: ${failed.at(-1)?.violations.join("; ") || "nothing violated"}`);
  }
  const ended = server.process.exitCode === null ? [] : ["the server ended by itself"];
  await server.stop();
  const all = (count: (one: Told) => number) => told.map(count);
  const sum = (count: (one: Told) => number) => all(count).reduce((a, b) => a + b, 0);
  return {
    ...about,
    runs: rounds,
    operations:
      sum(({ verified, tried, revoked }) => verified + tried + revoked) +
      failed.reduce((all, { verified, refused }) => all + verified + refused, 0),
    violations: [
      ...[...told, ...failed].flatMap((one) => one.violations),
      ...ended,
      ...(await startsAnyway(small)),
    ],
    worst: `${sum(({ held }) => held)} uses held in memory and written later; ${toldOf(failed)}; changes taken again ${Math.round(Math.max(...all(({ recovery }) => recovery)))} ms after the room at most; no restart`,
    table: told.map(rowOf),
  };
}

function toldOf(failed: readonly Failed[]): string {
  if (failed.length === 0) return lacksTracer() ?? "no disk failed";
  const sum = (count: (one: Failed) => number) => failed.reduce((all, one) => all + count(one), 0);
  const recovery = Math.round(Math.max(...failed.map((one) => one.recovery)));
  return `a disk that failed ${failed.length} times: ${sum(({ verified }) => verified)} verifications, ${sum(({ refused }) => refused)} changes and revocations refused with 503, taken again ${recovery} ms after`;
}

function rowOf({ verified, slowest, tried, refused, revoked, held, recovery }: Told, index: number) {
  return {
    "full disk": index + 1,
    verifications: verified,
    "slowest (ms)": Math.round(slowest),
    changes: tried,
    "of them 507": refused,
    revoked: `${revoked} of ${revocations}`,
    "uses held": held,
    "back after (ms)": Math.round(recovery),
  };
}
