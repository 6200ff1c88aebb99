import { randomInt } from "node:crypto";
import { copyFileSync, existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dashboardOf, signIn, unattended, type Dashboard } from "../harness/dashboard.ts";
import { liftCaps } from "../harness/database.ts";
import { startServer, temporaryDirectory, type RunningServer } from "../harness/server.ts";
import { violationsOf, type Taken } from "./backup/compare.ts";
import { katkey } from "./backup/katkey.ts";
import { statusOf, write, type Writing } from "./backup/writing.ts";
import type { ProofOptions, Report } from "./report.ts";

interface Backup extends Taken {
  readonly file: string;
}

/**
 * Backs a server up while its keys are issued, rotated, revoked and used, kills every third backup on its way, restores
 * the others, and compares. In the end the first is restored with an export of the log of the last moment, and served.
 */
export async function backup({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const folder = temporaryDirectory();
  const server = await startServer({ env: { ...unattended } });
  const dashboard = dashboardOf(server, await signIn(server));
  const { id: organizationId } = await dashboard.organizations.create.mutate({ name: "Backups" });
  liftCaps(server);
  const writing = write({ server, dashboard, organizationId });
  const violations: string[] = [];
  const whole: Backup[] = [];
  let slowestMs = 0;
  let killed = 0;

  for (let round = 1; round <= rounds; round += 1) {
    const note = (found: readonly string[]) =>
      violations.push(...found.map((one) => `round ${round}: ${one}`));
    await sleep(randomInt(50, 400));
    const file = join(folder, `${round}.tar`);
    if (round % 3 === 0) {
      killed += 1;
      note(await killOnItsWay(server.dataDir, file, slowestMs));
    } else {
      const taken = await take(server.dataDir, file);
      slowestMs = Math.max(slowestMs, taken.doneAt - taken.begunAt);
      whole.push(taken);
      note(await restored(taken, join(folder, `restored-${round}`), writing));
    }
    if (round % 10 === 0) say(`${round} of ${rounds} backups, ${violations.length} violations`);
  }
  await writing.stop();
  const log = join(folder, "audit.jsonl");
  await exportLog(dashboard, organizationId, log);
  const secret = join(folder, "session-secret");
  copyFileSync(join(server.dataDir, "session-secret"), secret);
  await server.stop();
  const [first] = whole;
  if (first !== undefined) violations.push(...(await servedAgain(first, { folder, log, secret, writing })));
  const acknowledged = writing.done.filter(({ ackedAt }) => ackedAt !== null).length;
  return {
    promise:
      "A backup taken under writes holds all that was acknowledged before it began and nothing unasked; killed, it is not there; what was revoked after it stays revoked.",
    of: "backups",
    runs: rounds,
    counted: "acknowledged changes meanwhile",
    operations: acknowledged,
    violations,
    worst: `${killed} were killed on their way; a backup took ${Math.round(slowestMs)} ms at most, the start of its process included`,
  };
}

async function take(dataDir: string, file: string): Promise<Backup> {
  const begunAt = performance.now();
  const { code, said } = await katkey({ dataDir }, "backup", file).ended;
  if (code !== 0) throw new Error(`katkey backup: ${code} ${said}`);
  return { file, begunAt, doneAt: performance.now() };
}

/** It is there whole, because the kill came late, or not at all. */
async function killOnItsWay(dataDir: string, file: string, usualMs: number): Promise<readonly string[]> {
  const command = katkey({ dataDir }, "backup", file);
  await sleep(randomInt(Math.max(50, Math.round(usualMs))));
  command.process.kill("SIGKILL");
  await command.ended;
  if (!existsSync(file)) return [];
  const { code, said } = await katkey({ dataDir }, "restore", file, "--check").ended;
  return code === 0 ? [] : [`what a killed backup left under its name is not whole: ${said}`];
}

async function restored(taken: Backup, dataDir: string, writing: Writing): Promise<readonly string[]> {
  const { code, said } = await katkey({ dataDir }, "restore", taken.file).ended;
  // Without an export nobody tells what has ended since.
  if (code !== 1) return [`the restore ended with ${code}: ${said}`];
  const found = violationsOf(dataDir, writing, taken);
  rmSync(dataDir, { recursive: true });
  return (statSync(taken.file).mode & 0o077) === 0 ? found : [...found, "others may read the backup"];
}

/** As the dashboard writes it. */
async function exportLog(dashboard: Dashboard, organizationId: `org_${string}`, path: string): Promise<void> {
  const { id: exportId } = await dashboard.audit.export.mutate({ organizationId, format: "jsonl" });
  const lines: string[] = [];
  for (let after = 0, more = true; more;) {
    const page = await dashboard.audit.exported.query({ organizationId, exportId, after });
    lines.push(...page.items.map((entry) => `${JSON.stringify(entry)}\n`));
    more = page.nextCursor !== null;
    after = Number(page.nextCursor);
  }
  writeFileSync(path, lines.join(""));
}

interface Aftermath {
  readonly folder: string;
  readonly log: string;
  readonly secret: string;
  readonly writing: Writing;
}

/** A server on the first backup accepts what was made before it and never ended, and nothing else. */
async function servedAgain(
  first: Backup,
  { folder, log, secret, writing }: Aftermath,
): Promise<readonly string[]> {
  const dataDir = join(folder, "served");
  const typed = ["restore", first.file, "--audit-export", log, "--session-secret", secret];
  const { code, said } = await katkey({ dataDir }, ...typed).ended;
  // The log of one organization tells nothing of the installation's.
  if (code !== 1) return [`the restore with an export ended with ${code}: ${said}`];
  // Every token that has ended is asked for from one address.
  const server = await startServer({ dataDir, env: { KATKEY_FAILED_AUTH_PER_MINUTE: "1000000" } });
  const found = await wrongAnswers(server, first, writing);
  await server.stop();
  const { code: sums, said: differences } = await katkey({ dataDir }, "usage", "verify").ended;
  return sums === 0 ? found : [...found, `usage verify ended with ${sums}: ${differences}`];
}

async function wrongAnswers(
  server: RunningServer,
  { begunAt, doneAt }: Taken,
  { held, done }: Writing,
): Promise<readonly string[]> {
  const found: string[] = [];
  const issued = new Map(done.filter(({ what }) => what === "issued").map((one) => [one.name, one]));
  for (const { name, tokens, revoked } of held) {
    const { ackedAt = null, sentAt = 0 } = issued.get(name) ?? {};
    const isBefore = ackedAt !== null && ackedAt < begunAt;
    const isAfter = sentAt > doneAt;
    for (const [index, token] of tokens.entries()) {
      const ended = revoked || index < tokens.length - 1 || isAfter;
      const status = await statusOf(server, token);
      if (ended && status !== 401) found.push(`${name}: a token that had ended is answered ${status}`);
      const neverEnded = !revoked && tokens.length === 1 && isBefore;
      if (neverEnded && status !== 200) found.push(`${name}: a token that never ended is answered ${status}`);
    }
  }
  return found;
}
