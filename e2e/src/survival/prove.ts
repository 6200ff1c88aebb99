// What npm run prove -- <name> [--rounds n] [--json] runs. Exits with 0 when nothing was violated, 1 when something
// was, 2 when it could not be proved.
import { parseArgs } from "node:util";
import { cleanUpAll, cleanUpOnSignals } from "../harness/clean-up.ts";
import { backup } from "./backup.ts";
import { backupLoad } from "./backup-load.ts";
import { clock } from "./clock.ts";
import { disk } from "./disk.ts";
import { printedReport } from "./print-report.ts";
import { upperBoundOf, type Proof } from "./report.ts";
import { clients } from "./clients.ts";
import { corruption } from "./corruption.ts";
import { migrations } from "./migrations.ts";
import { power } from "./power.ts";
import { processes } from "./processes.ts";
import { signIns } from "./sign-ins.ts";
import { soak } from "./soak.ts";
import { storm } from "./storm.ts";
import { tampering } from "./tampering.ts";

/** How many rounds a proof has on demand. What is short for every day stands in its test. */
const proofs: Readonly<Record<string, { readonly prove: Proof; readonly rounds: number }>> = {
  backup: { prove: backup, rounds: 60 },
  "backup-load": { prove: backupLoad, rounds: 10 },
  clients: { prove: clients, rounds: 10_000 },
  corruption: { prove: corruption, rounds: 10 },
  clock: { prove: clock, rounds: 10 },
  disk: { prove: disk, rounds: 10 },
  migrations: { prove: migrations, rounds: 50 },
  power: { prove: power, rounds: 120 },
  processes: { prove: processes, rounds: 36 },
  "sign-ins": { prove: signIns, rounds: 30 },
  soak: { prove: soak, rounds: 1_800 },
  storm: { prove: storm, rounds: 200 },
  tampering: { prove: tampering, rounds: 5 },
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string" }, json: { type: "boolean", default: false } },
});
const [name = ""] = positionals;
const proof = Object.hasOwn(proofs, name) ? proofs[name] : undefined;
const rounds = Number(values.rounds ?? proof?.rounds);

cleanUpOnSignals();
process.exitCode = await main();

async function main(): Promise<number> {
  if (proof === undefined || !Number.isInteger(rounds) || rounds < 1) {
    console.error(
      `Usage: npm run prove -- <name> [--rounds n] [--json]\nNames: ${Object.keys(proofs).join(", ")}`,
    );
    return 2;
  }
  try {
    const report = await proof.prove({ rounds, say: console.error });
    console.log(
      values.json
        ? JSON.stringify({ name, ...report, upperBound: upperBoundOf(report) }, null, 2)
        : printedReport(name, report),
    );
    if (report.skipped !== undefined) return 2;
    return report.violations.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(error);
    return 2;
  } finally {
    await cleanUpAll();
  }
}
