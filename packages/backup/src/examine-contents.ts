import { verifyUsage } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { examineSeals } from "./examine-seals.ts";
import { damaged, differs, type Fault } from "./fault.ts";
import type { Manifest } from "./manifest.ts";
import type { OpenCopy } from "./open-copy.ts";

/**
 * Whether the logs are whole and end where the manifest says, what is billed is what was counted, and each row is what
 * was sealed. `sealing`: absent or `null`, nobody looks at seals.
 */
export async function examineContents(
  copy: OpenCopy,
  manifest: Manifest,
  sealing: sqlite.Sealing | null = null,
): Promise<readonly Fault[]> {
  return [
    ...(await examineChains(copy, manifest)),
    ...(await examineUsage(copy)),
    ...(sealing === null ? [] : await examineSeals(copy, sealing)),
  ];
}

async function examineChains({ database }: OpenCopy, { chains }: Manifest): Promise<readonly Fault[]> {
  const audit = sqlite.createSqliteAuditLog(database);
  const faults: Fault[] = [];
  const expected = new Map(chains.map(({ organization, seq, hash }) => [organization, `${seq} ${hash}`]));
  for (const { organizationId, seq, hash } of sqlite.listChainHeads(database)) {
    if (expected.get(organizationId) !== `${seq} ${hash}`) {
      faults.push(damaged(`The log of ${organizationId} does not end where the manifest says.`));
    }
    expected.delete(organizationId);
    const check = await audit.verify(organizationId);
    if (check.intact) continue;
    const where = `at entry ${check.firstBrokenSeq}: ${check.fault}`;
    faults.push(differs(`The log of ${organizationId} is broken ${where}.`));
  }
  for (const organization of expected.keys()) {
    faults.push(damaged(`The log of ${organization}, which the manifest names, is not in it.`));
  }
  return faults;
}

async function examineUsage({ database, usage }: OpenCopy): Promise<readonly Fault[]> {
  const { sums, bills, unread } = await verifyUsage({
    tenancy: sqlite.createSqliteTenancyStore(database),
    statements: sqlite.createSqliteStatementStore(database),
    usage,
  });
  const texts = [
    ...(sums.length === 0 ? [] : [`${sums.length} sums of usage are not what was counted.`]),
    ...(bills.length === 0 ? [] : [`${bills.length} figures of bills are not what was counted.`]),
    ...(unread === 0 ? [] : [`${unread} rows of recorded uses cannot be read.`]),
  ];
  return texts.map(differs);
}
