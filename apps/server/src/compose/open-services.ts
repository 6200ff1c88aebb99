import { randomBytes } from "node:crypto";
import { createSqliteCatalogStore } from "@katkey/catalog/sqlite";
import { createBanCheck, createIdentity, createOperatorCheck, createPeople } from "@katkey/identity";
import type { SharedAttempts } from "@katkey/identity/attempts";
import { createId, createScopeRules, type SteadyClock } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { createSqliteAppTokenStore, createSqliteArtifactStore } from "@katkey/oauth/sqlite";
import { createGithubKeys } from "../alerts/github-keys.ts";
import type { Config } from "../config.ts";
import { openOAuth } from "../connect/open-oauth.ts";
import type { Log } from "../log.ts";
import { auditSigns } from "../person-audit.ts";
import { createCursors } from "../rest/reading/cursor.ts";
import type { Services } from "../services.ts";
import { createHealth } from "../start/create-health.ts";
import { createWhose } from "../start/whose.ts";
import type { OpenFiles } from "./open-files.ts";
import type { TextEngine } from "./text-engine-for.ts";

interface Parts extends Pick<Services, "limiter" | "log"> {
  readonly clock: SteadyClock;
  readonly config: Config;
  readonly files: OpenFiles;
  readonly textEngine: TextEngine;
  /** Where several processes count attempts to sign in together. */
  readonly sharedAttempts?: SharedAttempts;
}

/** Knows which adapter stands behind which port. */
export function openServices(parts: Parts): { readonly services: Services; close(): void } {
  const { config, files, textEngine, limiter, clock, log, sharedAttempts } = parts;
  const { database, secret } = files;
  const isOperator = createOperatorCheck(database);
  const desk = openDesk(config, database, isOperator);
  const audit = sqlite.createSqliteAuditLog(database);
  const logs = openLogs(files.usageDatabase, log);
  const { origin, failuresPerMinute, securityContact } = config;
  const identity = createIdentity({
    database,
    write: sqlite.createWrite(database),
    origin,
    secret,
    now: clock.now,
    random: randomBytes,
    ...(sharedAttempts && { sharedAttempts }),
    ...recordOf({ tenancy: desk.tenancy, audit }, log),
  });
  const disk = sqlite.storageOf(database);
  const services = {
    desk,
    disk,
    appTokens: createSqliteAppTokenStore(database, desk.scopes),
    catalog: catalogOn(database, textEngine),
    audit,
    ...logs,
    billing: billingOn({ tenancy: desk.tenancy, usage: logs.usage }, parts),
    limiter,
    identity,
    people: createPeople(database, sqlite.createSqlitePersonLog(database, isOperator)),
    cursors: createCursors(secret),
    whose: createWhose({ secret, path: database.name }),
    running: new Set<string>(),
    githubKeys: config.githubAlerts ? githubKeysOf(clock, log) : null,
    health: healthOf(parts, disk, logs.usage),
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
      for (const one of [logs.traffic, logs.serviceUses, logs.usage, database]) one.close();
    },
  };
}

function healthOf(
  { files, config, clock }: Parts,
  disk: Services["disk"],
  usage: Services["usage"],
): Services["health"] {
  const { database, databases, lostUsage } = files;
  return createHealth({
    databases,
    usage,
    disk,
    config,
    lostUsage,
    isSound: () => sqlite.unsoundRowsOf(database).list().length === 0,
    isAsMade: () => sqlite.knownAlterations(database).length === 0,
    clock,
  });
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

function githubKeysOf({ monotonic }: Services["clock"], log: Log): Services["githubKeys"] {
  const onFailure = (err: unknown) => log.error({ err }, "GitHub's keys could not be fetched");
  return createGithubKeys({ monotonic, fetch: globalThis.fetch, onFailure });
}

function oauthOn(
  database: Parameters<typeof createSqliteArtifactStore>[0],
  secret: string,
  services: Omit<Services, "oauth">,
): Services["oauth"] {
  const artifacts = createSqliteArtifactStore(database, sqlite.createWrite(database));
  return openOAuth(services, { secret, artifacts, isBanned: createBanCheck(database) });
}

function billingOn(
  parts: Pick<Services["billing"], "tenancy" | "usage">,
  { config, files, clock }: Pick<Parts, "config" | "files" | "clock">,
): Services["billing"] {
  const statements = sqlite.createSqliteStatementStore(files.database);
  return { ...parts, statements, prices: config.prices, settled: clock.settled };
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
  const store = createSqliteCatalogStore(database, sqlite.createWrite(database));
  return { store, engine, newId: (at) => createId("prd", at, randomBytes) };
}

/** Where people's comings and goings are noted. */
function recordOf(logs: Parameters<typeof auditSigns>[0], log: Log) {
  return {
    ...auditSigns(logs),
    onSignInFailed: (address: string | null) => log.info({ address }, "a sign-in failed"),
    onFault: (message: string, cause: unknown) => log.error({ err: cause }, message),
  };
}
