import { desc, eq, sql } from "drizzle-orm";
import type { PartnerApp } from "../../apps/partner-app.ts";
import type { Executor } from "../executor.ts";
import { appSecret, type partnerApp } from "./app-schema.ts";

/** The current one, and the one that may still be retiring. */
const secretsShown = 2;

type Row = typeof partnerApp.$inferSelect;

export function withAppSecrets(db: Executor, rows: readonly Row[]): readonly PartnerApp[] {
  const latest = prepareLatestSecrets(db);
  return rows.map((row) => ({ ...row, secrets: latest.all({ id: row.id }) }));
}

// By rowid, the order of insertion: no clock that steps back can make an older secret the current one.
function prepareLatestSecrets(db: Executor) {
  const { id: publicKeyId, hint, createdAt, retiresAt, retiredAt } = appSecret;
  return db
    .select({ publicKeyId, hint, createdAt, retiresAt, retiredAt })
    .from(appSecret)
    .where(eq(appSecret.appId, sql.placeholder("id")))
    .orderBy(desc(sql`rowid`))
    .limit(secretsShown)
    .prepare();
}
