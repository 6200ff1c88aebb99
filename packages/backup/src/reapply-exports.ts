import {
  chainStart,
  continuationOf,
  installation,
  reapply,
  type AuditEntry,
  type ChainPlace,
  type Reapplied,
  type RestoreDesk,
} from "@katkey/keys";
import { listChainHeads } from "@katkey/keys/sqlite";
import { BackupError } from "./backup-error.ts";
import type { OpenCopy } from "./open-copy.ts";
import { readAuditExport } from "./read-audit-export.ts";

interface ReapplyRequest {
  /** Exports of audit logs in JSON Lines, newer than the backup. */
  readonly files: readonly string[];
  readonly now: number;
  readonly command: string;
}

/** What an export told of one log behind the backup. */
export interface ReappliedLog {
  readonly organization: string;
  /** Else it was begun after the backup, or somewhere else. */
  readonly isInBackup: boolean;
  /** Entries behind the place where the backup's log ends. */
  readonly entries: number;
  /** When the first and the last of them were written; `null`: there is none. */
  readonly from: number | null;
  readonly until: number | null;
  readonly reapplied: readonly Reapplied[];
}

/**
 * Ends in a copy what ended after it was made, as exports of its logs tell. Each must go on where the copy's log ends.
 * @throws BackupError `export`; KeyError
 */
export async function reapplyExports(
  { database }: OpenCopy,
  desk: RestoreDesk,
  { files, now, command }: ReapplyRequest,
): Promise<readonly ReappliedLog[]> {
  const heads = new Map<string, ChainPlace>([[installation, { seq: 0, hash: chainStart }]]);
  for (const { organizationId, ...place } of listChainHeads(database)) heads.set(organizationId, place);
  // Of years of entries only the last days are held: before the place where the backup's log ends they tell nothing.
  const isBehind = ({ organizationId, seq }: AuditEntry) =>
    seq >= (heads.get(organizationId)?.seq ?? Infinity);
  const exported = await Promise.all(files.map((file) => readAuditExport(file, isBehind)));
  const organizations = installationFirst(exported.flatMap((logs) => [...logs.keys()]));
  // All of them before anything is changed by one.
  const logs = organizations.map((organization) => {
    const entries = exported.flatMap((one) => one.get(organization) ?? []);
    const head = heads.get(organization);
    // Made after the backup: nothing of it is there that could be ended.
    if (head === undefined) return { organization, log: [] };
    const continuation = continuationOf(entries, head);
    if (continuation.continues) return { organization, log: continuation.entries };
    const message = `The export does not continue the log of ${organization} in the backup, which ends with entry ${head.seq}: entry ${continuation.seq} is missing or another one. Export the whole log, without filters.`;
    throw new BackupError("export", message);
  });
  const proven = exported.filter((one) => isOperators(one, heads.get(installation)));
  const provenUpTo = (organization: string) =>
    organization === installation
      ? Infinity
      : Math.max(0, ...proven.flatMap((one) => one.get(organization) ?? []).map(({ seq }) => seq));
  const found: ReappliedLog[] = [];
  for (const { organization, log } of logs) {
    const reapplied = await reapply(desk, { log, provenUpTo: provenUpTo(organization), now, command });
    const [from, until] = [log[0]?.at ?? null, log.at(-1)?.at ?? null];
    const isInBackup = heads.has(organization);
    found.push({ organization, isInBackup, entries: log.length, from, until, reapplied });
  }
  return found;
}

/**
 * Whether an operator made an export. The chain has no key, and whoever is given an organization's log can make up what
 * goes on from it; but where the installation's own log ends only operators know, who see it.
 */
function isOperators(
  logs: ReadonlyMap<string, readonly AuditEntry[]>,
  head: ChainPlace | undefined,
): boolean {
  // Where it has no end yet, anybody can begin it.
  if (head === undefined || head.seq === 0) return false;
  return (logs.get(installation) ?? []).some(
    ({ seq, hash, previousHash }) =>
      (seq === head.seq && hash === head.hash) || (seq === head.seq + 1 && previousHash === head.hash),
  );
}

/** Of a ban only its log is believed, and those of organizations tell of the same one. */
function installationFirst(chains: readonly string[]): readonly string[] {
  const others = new Set(chains);
  return [...(others.delete(installation) ? [installation] : []), ...others];
}
