import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { createSqliteAuditLog } from "../../../../packages/keys/src/sqlite/audit/audit-log.ts";
import { getUser } from "../../harness/dashboard.ts";
import { withDatabase } from "../../harness/database.ts";
import type { RunningServer } from "../../harness/server.ts";
import type { Journal } from "./journal.ts";
import { addUp, brokenLaws } from "./laws.ts";

/** Up to where each chain was found whole, by organization, so that no entry is checked twice. */
export type Checked = Map<string, { readonly seq: number; readonly hash: string }>;

/** What is not as it was acknowledged, or not whole: each violation in words. */
export async function violationsOf(
  server: RunningServer,
  journal: Journal,
  checked: Checked,
): Promise<readonly string[]> {
  const found = withDatabase(server, (database) => bookViolations(database, journal));
  const counted = withDatabase(server, (database) => unsoundIn(database, "usage.db"), "usage.db");
  return [
    ...found,
    ...counted,
    ...(await brokenChains(server, checked)),
    ...(await wrongAnswers(server, journal)),
  ];
}

/** What the database alone can say: whole, the log and the rows tell the same, nothing acknowledged is missing. */
function bookViolations(database: Database, journal: Journal): readonly string[] {
  const unsound = unsoundIn(database, "katkey.db");
  if (unsound.length > 0) return unsound;
  addUp(database);
  return [...brokenLaws(database), ...unacknowledged(database, journal)];
}

function unsoundIn(database: Database, name: string): readonly string[] {
  const verdict = database.pragma("integrity_check", { simple: true });
  return verdict === "ok" ? [] : [`${name}: ${String(verdict)}`];
}

/** The log has each acknowledged change, and none that nobody sent. */
function unacknowledged(database: Database, journal: Journal): readonly string[] {
  const count = database
    .prepare<[string, string, string, string], number>(
      `select coalesce((select times from told where action = ? and thing = ?), 0)
        + coalesce((select times from told_by_name where action = ? and name = ?), 0)`,
    )
    .pluck();
  return [...journal.changes.values()].flatMap(({ action, subject, acknowledged, unsure }) => {
    const entries = count.get(action, subject, action, subject) ?? 0;
    if (entries < acknowledged) return [`${action} ${subject}: acknowledged, and lost`];
    return entries > acknowledged + unsure ? [`${action} ${subject}: on record ${entries} times`] : [];
  });
}

async function brokenChains(server: RunningServer, checked: Checked): Promise<readonly string[]> {
  const broken: string[] = [];
  const database = new Sqlite(join(server.dataDir, "katkey.db"), { fileMustExist: true });
  try {
    const log = createSqliteAuditLog(database);
    const chains = database
      .prepare<[], "installation">("select organization_id from audit_head")
      .pluck()
      .all();
    for (const chain of chains) {
      const after = checked.get(chain);
      const check = await log.verify(chain, after === undefined ? {} : { after });
      if (check.intact) checked.set(chain, { seq: check.entries, hash: check.head });
      else broken.push(`the log of ${chain} is broken at entry ${check.firstBrokenSeq}: ${check.fault}`);
    }
  } finally {
    database.close();
  }
  return broken;
}

/** Each token is accepted or refused as its holder was told. */
async function wrongAnswers(server: RunningServer, journal: Journal): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [keyId, { token, accepted }] of journal.tokens) {
    if (accepted === null) continue;
    const answer = await getUser(server, token);
    await answer.arrayBuffer();
    if (answer.status !== (accepted ? 200 : 401))
      wrong.push(`${keyId}: the token is answered ${answer.status}`);
  }
  return wrong;
}
