import { randomBytes } from "node:crypto";
import { createScopeRules, type Billing, type UsageLog } from "@katkey/keys";
import { createPeople, identityMigrations } from "@katkey/identity/people";
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
  const usage = readUsage(files.usage);
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

/** Its logs, for looking only: safe beside its running server. @throws ConfigError, StartError, DatabaseError */
export function readLogs() {
  const { database: path } = findDataDirectory(readConfig().dataDirectory);
  const database = sqlite.readDatabase(path, sqlite.keysMigrations);
  return logsOf(database);
}

/** The same, and no file is changed: see `lookAtDatabase`. */
export function lookAtLogs() {
  const { database: path } = findDataDirectory(readConfig().dataDirectory);
  return logsOf(sqlite.lookAtDatabase(path, sqlite.keysMigrations));
}

/** Its logs, to note that something is taken out of them. @throws ConfigError, StartError, DatabaseError */
export function changeLogs() {
  return logsOf(changeMain(sqlite.keysMigrations).database);
}

function logsOf(database: ReturnType<typeof sqlite.readDatabase>) {
  return {
    audit: sqlite.createSqliteAuditLog(database),
    tenancy: sqlite.createSqliteTenancyStore(database),
    heads: () => sqlite.listChainHeads(database),
    clockMark: sqlite.createSqliteClockMarks(database).find,
    random: randomBytes,
    close: () => void database.close(),
  };
}

/** The main database of an installation, for a change beside its running server, as the settings seal it. */
function changeMain(migrations: readonly sqlite.Migration[]) {
  const config = readConfig();
  const files = findDataDirectory(config.dataDirectory);
  const sealing = sealingOf(config, () => {});
  return { config, files, database: sqlite.changeDatabase(files.database, migrations, sealing) };
}

const withPeople = [...sqlite.keysMigrations, ...identityMigrations];

/** Its organizations, with their keys, members and logs. @throws ConfigError, StartError, DatabaseError */
export function changeOrganizations() {
  const { config, files, database } = changeMain(withPeople);
  const scopes = createScopeRules(config.ownScopes);
  let usage: UsageLog | null = null;
  return {
    desk: {
      store: sqlite.createSqliteKeyStore(database, scopes),
      tenancy: sqlite.createSqliteTenancyStore(database),
      random: randomBytes,
      brand: config.tokenBrand,
      scopes,
    },
    audit: sqlite.createSqliteAuditLog(database),
    soundness: sqlite.createSoundness(database),
    people: createPeople(database, sqlite.createSqlitePersonLog(database)),
    /** For looking only, and opened when it is asked for: keys are revoked also when what was counted is lost. */
    usage: () => (usage ??= readUsage(files.usage)),
    close() {
      usage?.close();
      database.close();
    },
  };
}

function readUsage(path: string): UsageLog {
  return sqlite.createSqliteUsageLog(sqlite.readDatabase(path, sqlite.usageMigrations), (cause) => {
    throw cause;
  });
}

/** Its people. @throws ConfigError, StartError, DatabaseError */
export function changePeople() {
  const { config, database } = changeMain(withPeople);
  return {
    origin: config.origin,
    people: createPeople(database, sqlite.createSqlitePersonLog(database)),
    close: () => void database.close(),
  };
}

/** What tells whose a token is, and ends it. @throws ConfigError, StartError, DatabaseError */
export function changeLeaked() {
  const { config, database } = changeMain(sqlite.keysMigrations);
  return {
    store: sqlite.createSqliteKeyStore(database),
    tenancy: sqlite.createSqliteTenancyStore(database),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database),
    brand: config.tokenBrand,
    close: () => void database.close(),
  };
}

/** When its service tokens were used last, for looking only. @throws ConfigError, StartError, DatabaseError */
export function readServiceUses() {
  const { usage } = findDataDirectory(readConfig().dataDirectory);
  const database = sqlite.readDatabase(usage, sqlite.usageMigrations);
  const { lastUses } = sqlite.createSqliteServiceUseLog(database, () => {});
  return { lastUses, close: () => void database.close() };
}

/** Its service tokens. @throws ConfigError, StartError, DatabaseError */
export function changeServiceTokens() {
  const { config, database } = changeMain(sqlite.keysMigrations);
  return {
    tenancy: sqlite.createSqliteTenancyStore(database),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database),
    random: randomBytes,
    brand: config.tokenBrand,
    soundness: sqlite.createSoundness(database),
    close: () => void database.close(),
  };
}
