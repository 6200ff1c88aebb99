import { randomUUID } from "node:crypto";
import { catalogMigrations, createSqliteCatalogStore } from "@katkey/catalog/sqlite";
import { templateEngine } from "@katkey/catalog/template";
import type { Catalog } from "@katkey/catalog";
import { createIdentity, createOperatorCheck, identityMigrations, type Identity } from "@katkey/identity";
import { createId, createScopeRules, defaultPrices } from "@katkey/keys";
import type {
  AppDesk,
  AuditLog,
  Billing,
  Desk,
  RandomBytes,
  ServiceDesk,
  ServiceUseLog,
  TrafficLog,
} from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import { ownScopes } from "./own-scopes.ts";

export interface Surroundings {
  /** Files that are not there yet, or `:memory:`. */
  readonly files: { readonly database: string; readonly usage: string };
  readonly now: number;
  readonly random: RandomBytes;
  readonly brand: string;
}

/** What the domain's verbs work with, at a time that the story sets. */
export interface Installation {
  readonly desk: Desk & AppDesk & ServiceDesk;
  readonly serviceUses: ServiceUseLog;
  readonly audit: AuditLog;
  readonly billing: Billing;
  readonly identity: Identity;
  readonly catalog: Catalog;
  /** For those that ask a clock instead of being told. */
  readonly clock: { now: number };
  newRequestId(): string;
  readonly traffic: TrafficLog;
  countUses(uses: Iterable<sqlite.AlikeUses>): void;
  close(): void;
}

/** Opens new databases for a story. */
export function openInstallation({ files, now, random, brand }: Surroundings): Installation {
  const { database, usageDatabase } = openFiles({ files, now });
  const usage = sqlite.createSqliteUsageLog(usageDatabase, fail);
  const traffic = sqlite.createSqliteTrafficLog(usageDatabase, fail);
  const serviceUses = sqlite.createSqliteServiceUseLog(usageDatabase, fail);
  const desk = deskOn(database, { random, brand });
  const clock = { now };
  return {
    desk,
    serviceUses,
    audit: sqlite.createSqliteAuditLog(database),
    billing: {
      tenancy: desk.tenancy,
      usage,
      statements: sqlite.createSqliteStatementStore(database),
      prices: defaultPrices,
    },
    identity: createIdentity({
      database,
      write: sqlite.createWrite(database),
      // Nobody signs in here.
      origin: "http://localhost",
      secret: Buffer.from(random(32)).toString("base64url"),
      now: () => clock.now,
      random,
    }),
    catalog: {
      store: createSqliteCatalogStore(database, sqlite.createWrite(database)),
      engine: templateEngine,
      newId: (at) => createId("prd", at, random),
    },
    clock,
    newRequestId: randomUUID,
    countUses: (uses) => sqlite.countUses(usageDatabase, uses),
    traffic,
    close() {
      traffic.close();
      serviceUses.close();
      usage.close();
      database.close();
    },
  };
}

function deskOn(
  database: Parameters<typeof sqlite.createSqliteAppStore>[0],
  { random, brand }: Pick<Surroundings, "random" | "brand">,
): Installation["desk"] {
  const scopes = createScopeRules(ownScopes);
  const isOperator = createOperatorCheck(database);
  return {
    store: sqlite.createSqliteKeyStore(database, scopes),
    tenancy: sqlite.createSqliteTenancyStore(database),
    serviceTokens: sqlite.createSqliteServiceTokenStore(database, isOperator),
    apps: sqlite.createSqliteAppStore(database, isOperator),
    grants: sqlite.createSqliteGrantStore(database),
    random,
    brand,
    scopes,
  };
}

function fail(cause: unknown): never {
  throw cause;
}

function openFiles({ files, now }: Pick<Surroundings, "files" | "now">) {
  const migrations = [...sqlite.keysMigrations, ...identityMigrations, ...catalogMigrations];
  const { usageMigrations } = sqlite;
  // What is thrown away need not survive a power cut.
  const durability = "normal";
  return {
    database: sqlite.openDatabase({ path: files.database, migrations, now, durability }),
    usageDatabase: sqlite.openDatabase({ path: files.usage, migrations: usageMigrations, now, durability }),
  };
}
