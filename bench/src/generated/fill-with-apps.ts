import { hash } from "node:crypto";
import { join } from "node:path";
import { identityMigrations } from "@katkey/identity";
import { keysMigrations, openDatabase } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { oauthMigrations } from "../../../packages/oauth/src/sqlite/index.ts";
import { idOf, mostOrganizations } from "./fill-with-keys.ts";
import { appTokenOf, publicKeyIdOf } from "./token-of.ts";

/** As many as of keys are in use at most. */
const mostTokens = 10_000;
const dayMs = 24 * 60 * 60 * 1_000;
const scopes = ["products:read", "products:write", "usage:read", "billing:read", "keys:read"];

/** One app that every organization has connected, and access tokens of it, those of `appTokenOf`, spread evenly. */
export function fillWithApps(directory: string, keys: number): void {
  const now = Date.now();
  const path = join(directory, "katkey.db");
  const migrations = [...keysMigrations, ...identityMigrations, ...oauthMigrations];
  const database = openDatabase({ path, migrations, now });
  const organizations = Math.min(keys, mostOrganizations);
  database.transaction(() => {
    insertGrants(database, organizations, now);
    insertTokens(database, { organizations, tokens: Math.min(keys, mostTokens), now });
  })();
  database.close();
}

function insertGrants(database: Database, organizations: number, now: number): void {
  const addUser = database.prepare(
    `insert into user (id, name, email, email_verified, operator, created_at, updated_at)
     values (@id, 'Olivia', @id || '@example.com', 1, 0, @now, @now)`,
  );
  const addApp = database.prepare(
    `insert into partner_app (id, organization_id, name, type, redirect_uris, scopes, created_at, created_by)
     values (@id, @organization, 'Stockroom', 'confidential', '[]', @scopes, @now, 'bench')`,
  );
  const addGrant = database.prepare(
    `insert into app_grant (id, organization_id, app_id, member_id, user_id, scopes, created_at)
     values (@id, @organization, @app, @member, @user, @scopes, @now)`,
  );
  const common = { scopes: JSON.stringify(scopes), now };
  const app = idOf("app", 0);
  addApp.run({ ...common, id: app, organization: idOf("org", 0) });
  for (let i = 0; i < organizations; i += 1) {
    const [organization, member, user] = [idOf("org", i), idOf("mem", i), idOf("usr", i)];
    addUser.run({ id: user, now });
    addGrant.run({ ...common, id: idOf("grt", i), organization, app, member, user });
  }
}

interface Tokens {
  readonly organizations: number;
  readonly tokens: number;
  readonly now: number;
}

function insertTokens(database: Database, { organizations, tokens, now }: Tokens): void {
  const addToken = database.prepare(
    `insert into oauth_artifact (id, model, public_id, grant_id, payload, expires_at)
     values (@hash, 'AccessToken', @publicId, @grant, @payload, @expiresAt)`,
  );
  const payload = JSON.stringify({ scope: scopes.join(" ") });
  for (let i = 0; i < tokens; i += 1) {
    const token = appTokenOf(i);
    addToken.run({
      hash: hash("sha256", token, "buffer"),
      publicId: publicKeyIdOf(token),
      grant: idOf("grt", i % organizations),
      payload,
      expiresAt: now + dayMs,
    });
  }
}

/** The tokens of so many, as `tokensInUse` has them of keys. */
export function appTokensInUse({ keys }: { readonly keys: number }, count: number): readonly string[] {
  return Array.from({ length: Math.min(keys, count, mostTokens) }, (_, i) => appTokenOf(i));
}
