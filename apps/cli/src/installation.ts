import { randomBytes } from "node:crypto";
import type { Billing } from "@katkey/keys";
import { createPeople, createTwoFactorReset, identityMigrations } from "@katkey/identity";
import * as sqlite from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { sealingOf } from "@katkey/server/sealing";

/** An installation's data, for looking only: safe beside its running server. */
export interface Installation extends Pick<Billing, "tenancy" | "usage" | "statements"> {
  close(): void;
}

/**
 * Opens the data that the environment names.
 * @throws ConfigError, StartError, DatabaseError
 */
export function readInstallation(): Installation {
  const files = findDataDirectory(readConfig().dataDirectory);
  const database = sqlite.readDatabase(files.database, sqlite.keysMigrations);
  const usageDatabase = sqlite.readDatabase(files.usage, sqlite.usageMigrations);
  const usage = sqlite.createSqliteUsageLog(usageDatabase, (cause) => {
    throw cause;
  });
  return {
    tenancy: sqlite.createSqliteTenancyStore(database),
    statements: sqlite.createSqliteStatementStore(database),
    usage,
    close() {
      usage.close();
      database.close();
    },
  };
}

/** The people of an installation, for a change beside its running server. @throws ConfigError, StartError, DatabaseError */
export function changePeople() {
  const config = readConfig();
  const { database: path } = findDataDirectory(config.dataDirectory);
  const migrations = [...sqlite.keysMigrations, ...identityMigrations];
  const database = sqlite.changeDatabase(
    path,
    migrations,
    sealingOf(config, () => {}),
  );
  return {
    tenancy: sqlite.createSqliteTenancyStore(database),
    audit: sqlite.createSqliteAuditLog(database),
    twoFactor: createTwoFactorReset(database),
    people: createPeople(database, sqlite.createSqlitePersonLog(database)),
    close: () => void database.close(),
  };
}

/** The service tokens of an installation, for a change beside its running server. @throws ConfigError, StartError, DatabaseError */
export function changeServiceTokens() {
  const config = readConfig();
  const { database: path } = findDataDirectory(config.dataDirectory);
  const database = sqlite.changeDatabase(
    path,
    sqlite.keysMigrations,
    sealingOf(config, () => {}),
  );
  return {
    tenancy: sqlite.createSqliteTenancyStore(database),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database),
    random: randomBytes,
    brand: config.tokenBrand,
    close: () => void database.close(),
  };
}
