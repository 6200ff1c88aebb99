import { installationDeedOf } from "@katkey/keys";
import {
  changeDatabase,
  changeDatabaseAlone,
  createSqliteAuditLog,
  keysMigrations,
} from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { sealedTables, sealingOf } from "@katkey/server/sealing";
import { CommandError, type Call } from "../command/command.ts";

type SealAction = "seal.applied" | "seal.renewed" | "seal.removed";

interface Opening {
  /** It must be already, with a key that is set. */
  readonly sealed: boolean;
  /** While nobody else has it open: what a running server takes for sealed, or not, would be so no more. */
  readonly alone?: boolean;
}

/**
 * Opens what is or is to be sealed.
 * @throws CommandError, ConfigError, StartError, DatabaseError
 */
export function openSealed({ actor, now }: Pick<Call, "actor" | "now">, { sealed, alone = false }: Opening) {
  const config = readConfig();
  const { sealKeys } = config;
  if (sealKeys === null) throw new CommandError("Set KATKEY_SEAL_KEY first.", { code: "seal_key_missing" });
  const { database: path } = findDataDirectory(config.dataDirectory);
  const sealing = sealed ? sealingOf(config, () => {}) : undefined;
  const open = alone ? changeDatabaseAlone : changeDatabase;
  const database = open(path, keysMigrations, sealing);
  return {
    database,
    path,
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
