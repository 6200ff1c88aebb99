import * as sqlite from "@katkey/keys/sqlite";
import type { Config } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { sealingOf } from "@katkey/server/sealing";
import { unsoundIn } from "../seal/unsound-in.ts";

/** Whether every row is what was sealed, where there is a seal. Reads all of them. */
export async function sealFindings(config: Config): Promise<readonly string[]> {
  const { sealKeys } = config;
  if (sealKeys === null) return [];
  const { database: path } = findDataDirectory(config.dataDirectory);
  const database = sqlite.lookAtDatabase(
    path,
    sqlite.keysMigrations,
    sealingOf(config, () => {}),
  );
  try {
    return await unsoundIn(database, sealKeys);
  } finally {
    database.close();
  }
}
