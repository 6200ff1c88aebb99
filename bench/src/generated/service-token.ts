import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { identityMigrations } from "@katkey/identity";
import { builtInScopeRules, issueServiceToken } from "@katkey/keys";
import {
  createSqliteKeyStore,
  createSqliteServiceTokenStore,
  createSqliteTenancyStore,
  keysMigrations,
  openDatabase,
} from "@katkey/keys/sqlite";

/** A service token for everybody's keys, issued as the installation's shell does. */
export async function serviceTokenIn(directory: string): Promise<string> {
  const now = Date.now();
  const path = join(directory, "katkey.db");
  const database = openDatabase({ path, migrations: [...keysMigrations, ...identityMigrations], now });
  const desk = {
    store: createSqliteKeyStore(database),
    tenancy: createSqliteTenancyStore(database),
    serviceTokens: createSqliteServiceTokenStore(database),
    random: randomBytes,
    brand: "kat",
    scopes: builtInScopeRules,
  };
  const actor = { type: "shell", command: "katkey service-tokens issue" } as const;
  const act = { actor, now, address: null, requestId: null };
  const request = { name: "Bench", organizations: null, expiresAt: null };
  const { token } = await issueServiceToken(desk, act, request);
  database.close();
  return token;
}
