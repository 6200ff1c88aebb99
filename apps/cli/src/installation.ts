import { randomBytes } from "node:crypto";
import type { Billing } from "@katkey/keys";
import { createPeople, createTwoFactorReset, identityMigrations } from "@katkey/identity";
import * as sqlite from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";

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
  const { database: path } = findDataDirectory(readConfig().dataDirectory);
  const database = sqlite.changeDatabase(path, [...sqlite.keysMigrations, ...identityMigrations]);
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
  const { dataDirectory, tokenBrand: brand } = readConfig();
  const { database: path } = findDataDirectory(dataDirectory);
  const database = sqlite.changeDatabase(path, sqlite.keysMigrations);
  return {
    tenancy: sqlite.createSqliteTenancyStore(database),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database),
    random: randomBytes,
    brand,
    close: () => void database.close(),
  };
}
