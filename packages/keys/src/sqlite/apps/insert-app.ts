import { sql } from "drizzle-orm";
import type { NewApp } from "../../apps/app-store.ts";
import type { AppId } from "../../id.ts";
import type { NewSecret } from "../../keys/secret.ts";
import type { Executor } from "../executor.ts";
import { appSecret } from "./app-schema.ts";

/** Counting and inserting are one statement, so no race can exceed the cap. */
export function insertApp(tx: Executor, app: NewApp, cap: number): "inserted" | "limit_reached" {
  const { changes } = tx.run(sql`
    insert into partner_app (id, organization_id, name, description, homepage, logo, type, redirect_uris, scopes,
      public_keys, created_at, created_by)
    select ${app.id}, ${app.organizationId}, ${app.name}, ${app.description}, ${app.homepage}, ${app.logo},
      ${app.type}, ${JSON.stringify(app.redirectUris)}, ${JSON.stringify(app.scopes)},
      ${JSON.stringify(app.publicKeys)}, ${app.createdAt}, ${app.createdBy}
    where ${cap} > (select count(*) from partner_app where organization_id = ${app.organizationId})`);
  if (changes === 0) return "limit_reached";
  if (app.secret !== null) insertAppSecret(tx, app.id, app.secret);
  return "inserted";
}

export function insertAppSecret(tx: Executor, appId: AppId, { publicKeyId, hash, ...rest }: NewSecret): void {
  tx.insert(appSecret)
    .values({ ...rest, id: publicKeyId, hash: Buffer.from(hash), appId })
    .run();
}
