import { randomBytes } from "node:crypto";
import { catalogMigrations } from "@katkey/catalog/sqlite";
import { identityMigrations } from "@katkey/identity";
import * as sqlite from "@katkey/keys/sqlite";
import { oauthMigrations } from "@katkey/oauth/sqlite";
import type { Config } from "../config.ts";
import { openDataDirectory } from "../start/data-directory.ts";
import { readSessionSecret } from "../start/session-secret.ts";

export type OpenFiles = ReturnType<typeof openFiles>;

/** Opens what an installation keeps, made and migrated where it must be. @throws StartError, DatabaseError */
export function openFiles({ dataDirectory, usageDurability: durability }: Config, now: number) {
  const files = openDataDirectory(dataDirectory);
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
