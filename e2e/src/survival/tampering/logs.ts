import { randomInt } from "node:crypto";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { copyOf } from "../corruption/installation.ts";
import { katkey } from "../backup/katkey.ts";
import type { SealedInstallation } from "./installation.ts";

const changes: Readonly<Record<string, string>> = {
  "an entry tells of somebody else": "update audit_entry set actor_label = 'Mallory'",
  "an entry tells of another time": "update audit_entry set at = at - 60000",
  "an entry is gone": "delete from audit_entry",
};

/** Changes entries of a log, and looks whether `katkey audit verify` names the first of them. Returns what it did not. */
export async function tamperWithLogs(installation: SealedInstallation, rounds: number) {
  const violations: string[] = [];
  for (const [name, sql] of Object.entries(changes)) {
    for (let round = 0; round < rounds; round += 1) {
      const { dataDir, seq } = changed(installation, sql);
      const { code, said } = await katkey(
        { dataDir, env: { KATKEY_SEAL_KEY: installation.env["KATKEY_SEAL_KEY"] ?? "" } },
        "audit",
        "verify",
      ).ended;
      if (code !== 1 || !said.includes(`${installation.organizationId} (Sealed): entry ${seq} `))
        violations.push(
          `${name}: entry ${seq} is not named by audit verify, which exits with ${code}: ${said}`,
        );
    }
  }
  return { violations, runs: Object.keys(changes).length * rounds };
}

/** On a copy, the entry of this number and a later one are changed. */
function changed({ dataDir: original, organizationId }: SealedInstallation, sql: string) {
  const dataDir = copyOf(original);
  const database = new Sqlite(join(dataDir, "katkey.db"));
  const last = database
    .prepare<[string], number>("select max(seq) from audit_entry where organization_id = ?")
    .pluck()
    .get(organizationId);
  const seq = randomInt(1, last ?? 1);
  const laws = database
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_schema where name in ('audit_entry_never_changes', 'audit_entry_never_goes')",
    )
    .all();
  for (const { name } of laws) database.exec(`drop trigger "${name}"`);
  database.prepare(`${sql} where organization_id = ? and seq in (?, ?)`).run(organizationId, seq, last);
  for (const law of laws) database.exec(law.sql);
  database.close();
  return { dataDir, seq };
}
