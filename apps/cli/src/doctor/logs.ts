import type { AuditEntry } from "@katkey/keys";
import { everyChain, type Chain, type Logs } from "../audit/chains.ts";

/** The time of day may differ so much between what wrote an entry and what reads it. */
const toleratedMs = 60_000;

/** Whether each log ends where it was noted to end, and the clock is not behind what was written. */
export async function logsFindings(logs: Logs, now: number): Promise<readonly string[]> {
  const findings: string[] = [];
  let newest = 0;
  for (const chain of await everyChain(logs)) {
    const [last] = (await logs.audit.list(chain.id, { limit: 1 })).items;
    newest = Math.max(newest, last?.at ?? 0);
    findings.push(...(await endFindings(logs, chain, last)));
  }
  return [...findings, ...clockFindings(newest, now)];
}

/** Of a whole chain only its end is looked at here: quick, however long it is. */
async function endFindings(
  { audit }: Logs,
  { id, name }: Chain,
  last: AuditEntry | undefined,
): Promise<readonly string[]> {
  const after = last && { seq: last.seq - 1, hash: last.previousHash };
  const check = await audit.verify(id, after && { after });
  if (check.intact) return [];
  const where = `entry ${check.firstBrokenSeq} (${check.fault})`;
  return [
    `The log of ${name} (${id}) is broken at ${where}. Run katkey audit verify, keep the file as it is, and find out who could write to it.`,
  ];
}

function clockFindings(newest: number, now: number): readonly string[] {
  if (newest <= now + toleratedMs) return [];
  const ahead = new Date(newest).toISOString();
  return [
    `The clock says ${new Date(now).toISOString()}, but the newest entry is of ${ahead}. Set the clock right (NTP).`,
  ];
}
