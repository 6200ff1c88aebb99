import * as sqlite from "@katkey/keys/sqlite";
import type { Config } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { processesNotKnowing } from "@katkey/server/seal-notes";
import { sealingOf } from "@katkey/server/sealing";
import { unknownKey } from "../seal/unknown-key.ts";
import { unsoundIn } from "../seal/unsound-in.ts";

/** Whether every row is what was sealed, where there is a seal. Reads all of them. */
export async function sealFindings(config: Config, now: number): Promise<readonly string[]> {
  const { sealKeys } = config;
  if (sealKeys === null) return [];
  const { database: path } = findDataDirectory(config.dataDirectory);
  const database = sqlite.lookAtDatabase(
    path,
    sqlite.keysMigrations,
    sealingOf(config, () => {}),
  );
  try {
    const strangers = processesNotKnowing(path, sealKeys, now);
    const unknown = strangers.length === 0 ? [] : [unknownKey(strangers)];
    return [...unknown, ...(await unsoundIn(database, sealKeys))];
  } finally {
    database.close();
  }
}
