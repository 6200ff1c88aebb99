import { randomBytes } from "node:crypto";
import { catalogMigrations, createSqliteCatalogStore } from "@katkey/catalog/sqlite";
import { templateEngine } from "@katkey/catalog/template";
import {
  createBanCheck,
  createIdentity,
  createOperatorCheck,
  createPeople,
  IdentityError,
  identityMigrations,
} from "@katkey/identity";
import { createId, createScopeRules } from "@katkey/keys";
import { createMemoryRateLimiter } from "@katkey/keys/memory";
import * as sqlite from "@katkey/keys/sqlite";
import { createSqliteAppTokenStore, createSqliteArtifactStore, oauthMigrations } from "@katkey/oauth/sqlite";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { openOAuth } from "./connect/open-oauth.ts";
import { createLog, type Log } from "./log.ts";
import type { Services } from "./services.ts";
import { auditSigns } from "./person-audit.ts";
import { createCursors } from "./rest/reading/cursor.ts";
import { createHealth } from "./start/create-health.ts";
import { openDataDirectory } from "./start/data-directory.ts";
import { exitOnUncaughtErrors } from "./start/fatal.ts";
import { serve } from "./start/serve.ts";
import { readSessionSecret } from "./start/session-secret.ts";
import { StartError } from "./start/start-error.ts";

/** Faults of the operator's making: their message is all there is to say. */
const explained = [ConfigError, StartError, sqlite.DatabaseError, IdentityError];

try {
  const config = readConfig();
  const log = createLog(config.logLevel);
  exitOnUncaughtErrors(log);
  const stopping = new AbortController();
  const textEngine = await textEngineFor(config, stopping.signal);
  const { services, close } = open({ config, log, textEngine });
  const giveUp = () => stopping.abort();
  await serve(config, services, { close, giveUp, announce: (text) => console.log(text) });
} catch (error) {
  if (!explained.some((kind) => error instanceof kind)) throw error;
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

type TextEngine = Services["catalog"]["engine"];

interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly textEngine: TextEngine;
}

/** The only place that knows which adapter stands behind which port, and that owns a clock. */
function open({ config, log, textEngine }: Parts): { readonly services: Services; close(): void } {
  const { database, usageDatabase, databases, secret } = openFiles(config);
  const isOperator = createOperatorCheck(database);
  const desk = openDesk(config, database, isOperator);
  const audit = sqlite.createSqliteAuditLog(database);
  const logs = openLogs(usageDatabase, log);
  const { usage } = logs;
  const statements = sqlite.createSqliteStatementStore(database);
  const { origin, failuresPerMinute, securityContact } = config;
  const identity = createIdentity({
    database,
    origin,
    secret,
    now: Date.now,
    random: randomBytes,
    ...recordOf({ tenancy: desk.tenancy, audit }, log),
  });
  const clock = { now: Date.now, monotonic: () => performance.now() };
  const services = {
    desk,
    appTokens: createSqliteAppTokenStore(database, desk.scopes),
    catalog: catalogOn(database, textEngine),
    audit,
    ...logs,
    billing: { tenancy: desk.tenancy, usage, statements, prices: config.prices },
    limiter: createMemoryRateLimiter(),
    identity,
    people: createPeople(database, sqlite.createSqlitePersonLog(database, isOperator)),
    cursors: createCursors(secret),
    running: new Set<string>(),
    health: createHealth({ databases, usage, clock }),
    clock,
    log,
    origin,
    securityContact,
    failuresPerMinute,
  };
  return {
    services: { ...services, oauth: oauthOn(database, secret, services) },
    close() {
      // The log of usage lets go of the file that all three are in.
      for (const one of [logs.traffic, logs.serviceUses, usage, database]) one.close();
    },
  };
}

function openDesk(
  { tokenBrand: brand, ownScopes }: Config,
  database: Parameters<typeof sqlite.createSqliteKeyStore>[0],
  isOperator: ReturnType<typeof createOperatorCheck>,
): Services["desk"] {
  const scopes = createScopeRules(ownScopes);
  const store = sqlite.createSqliteKeyStore(database, scopes);
  const tenancy = sqlite.createSqliteTenancyStore(database, isOperator, createBanCheck(database));
  return {
    store,
    tenancy,
    serviceTokens: sqlite.createSqliteServiceTokenStore(database, isOperator),
    apps: sqlite.createSqliteAppStore(database, isOperator),
    grants: sqlite.createSqliteGrantStore(database),
    random: randomBytes,
    brand,
    scopes,
  };
}

function oauthOn(
  database: Parameters<typeof createSqliteArtifactStore>[0],
  secret: string,
  services: Omit<Services, "oauth">,
): Services["oauth"] {
  const artifacts = createSqliteArtifactStore(database, sqlite.retriedWhileBusy);
  return openOAuth(services, { secret, artifacts, isBanned: createBanCheck(database) });
}

/** What is counted of requests, and what is noticed of them. */
function openLogs(
  database: Parameters<typeof sqlite.createSqliteUsageLog>[0],
  log: Log,
): Pick<Services, "usage" | "traffic" | "serviceUses"> {
  const report = (what: string) => (err: unknown) => log.error({ err }, `${what} cannot be written`);
  return {
    usage: sqlite.createSqliteUsageLog(database, report("uses")),
    traffic: sqlite.createSqliteTrafficLog(database, report("what was noticed of requests")),
    serviceUses: sqlite.createSqliteServiceUseLog(database, report("last uses of service tokens")),
  };
}

function catalogOn(
  database: Parameters<typeof createSqliteCatalogStore>[0],
  engine: TextEngine,
): Services["catalog"] {
  const store = createSqliteCatalogStore(database, sqlite.retriedWhileBusy);
  return { store, engine, newId: (at) => createId("prd", at, randomBytes) };
}

function openFiles({ dataDirectory, usageDurability: durability }: Config) {
  const files = openDataDirectory(dataDirectory);
  const now = Date.now();
  const migrations = [
    ...sqlite.keysMigrations,
    ...identityMigrations,
    ...catalogMigrations,
    ...oauthMigrations,
  ];
  const { usageMigrations } = sqlite;
  const database = sqlite.openDatabase({ path: files.database, migrations, now, mustExist: files.used });
  const usage = { path: files.usage, migrations: usageMigrations, now, durability };
  const usageDatabase = sqlite.openDatabase(usage);
  return {
    database,
    usageDatabase,
    databases: [
      { path: files.database, inspect: () => sqlite.inspectDatabase(database) },
      { path: files.usage, inspect: () => sqlite.inspectDatabase(usageDatabase) },
    ],
    secret: readSessionSecret(files.sessionSecret, randomBytes),
  };
}

/** Loads the client of chat endpoints only for those who have one: it takes a quarter of a second and 30 MB. */
async function textEngineFor({ textEndpoint }: Config, stopping: AbortSignal): Promise<TextEngine> {
  if (textEndpoint === null) return templateEngine;
  const { createChatEngine } = await import("@katkey/catalog/chat");
  return createChatEngine(textEndpoint, stopping);
}

/** Where people's comings and goings are noted. */
function recordOf(logs: Parameters<typeof auditSigns>[0], log: Log) {
  return {
    ...auditSigns(logs),
    onSignInFailed: (address: string | null) => log.info({ address }, "a sign-in failed"),
    onFault: (message: string, cause: unknown) => log.error({ err: cause }, message),
  };
}
