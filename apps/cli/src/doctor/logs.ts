import { everyChain, type Chain, type Logs } from "../audit/chains.ts";

/** Whether each log ends where it was noted to end. */
export async function logsFindings(logs: Logs): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const chain of await everyChain(logs)) findings.push(...(await endFindings(logs, chain)));
  return findings;
}

/** Of a whole chain only its end is looked at here: quick, however long it is. */
async function endFindings({ audit }: Logs, { id, name }: Chain): Promise<readonly string[]> {
  const [last] = (await audit.list(id, { limit: 1 })).items;
  const after = last && { seq: last.seq - 1, hash: last.previousHash };
  const check = await audit.verify(id, after && { after });
  if (check.intact) return [];
  const where = `entry ${check.firstBrokenSeq} (${check.fault})`;
  return [
    `The log of ${name} (${id}) is broken at ${where}. Run katkey audit verify, keep the file as it is, and find out who could write to it.`,
  ];
}
