import type { Schema } from "@katkey/backup";
import { catalogMigrations } from "@katkey/catalog/sqlite";
import { identityMigrations } from "@katkey/identity/people";
import { keysMigrations, usageMigrations } from "@katkey/keys/sqlite";
import { oauthMigrations } from "@katkey/oauth/sqlite";

/** The steps by which each database of an installation is made. */
export const schema: Schema = {
  "katkey.db": [...keysMigrations, ...identityMigrations, ...catalogMigrations, ...oauthMigrations],
  "usage.db": usageMigrations,
};
