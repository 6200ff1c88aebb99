import { installationDeedOf } from "@katkey/keys";
import { changeDatabase, createSqliteAuditLog, keysMigrations } from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { sealedTables, sealingOf } from "@katkey/server/sealing";
import { CommandError, type Call } from "../command/command.ts";

type SealAction = "seal.applied" | "seal.renewed" | "seal.removed";

/**
 * Opens what is or is to be sealed. `sealed`: it must be already, with a key that is set.
 * @throws CommandError, ConfigError, StartError, DatabaseError
 */
export function openSealed(
  { actor, now }: Pick<Call, "actor" | "now">,
  { sealed }: { readonly sealed: boolean },
) {
  const config = readConfig();
  const { sealKeys } = config;
  if (sealKeys === null) throw new CommandError("Set KATKEY_SEAL_KEY first.", { code: "seal_key_missing" });
  const { database: path } = findDataDirectory(config.dataDirectory);
  const sealing = sealed ? sealingOf(config, () => {}) : undefined;
  const database = changeDatabase(path, keysMigrations, sealing);
  return {
    database,
    sealable: { keys: sealKeys, tables: sealedTables },
    /** On record in the installation's log before it is done. */
    async record(action: SealAction): Promise<void> {
      const object = { type: "installation", id: "installation", label: "Katkey" } as const;
      const deed = installationDeedOf({ actor, now, address: null, requestId: null }, { action, object });
      await createSqliteAuditLog(database).record(deed);
    },
    close: () => void database.close(),
  };
}
