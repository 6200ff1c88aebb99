import { desc, eq, sql } from "drizzle-orm";
import type { Secret } from "../../keys/secret.ts";
import type { ServiceToken } from "../../service-tokens/service-token.ts";
import type { Executor } from "../executor.ts";
import { serviceTokenSecret, type serviceToken } from "./service-token-schema.ts";

/** The current one, and the one that may still be retiring. */
const secretsShown = 2;

type Row = typeof serviceToken.$inferSelect;

export function withServiceSecrets(db: Executor, rows: readonly Row[]): readonly ServiceToken[] {
  const latest = prepareLatestSecrets(db);
  return rows.map((row) => serviceTokenOf(row, latest.all({ id: row.id })));
}

// By rowid, the order of insertion: no clock that steps back can make an older secret the current one.
function prepareLatestSecrets(db: Executor) {
  const { publicKeyId, hint, createdAt, retiresAt, retiredAt } = serviceTokenSecret;
  return db
    .select({ publicKeyId, hint, createdAt, retiresAt, retiredAt })
    .from(serviceTokenSecret)
    .where(eq(serviceTokenSecret.serviceTokenId, sql.placeholder("id")))
    .orderBy(desc(sql`rowid`))
    .limit(secretsShown)
    .prepare();
}

function serviceTokenOf(
  { nameFolded: _, ...row }: Row,
  [current, ...older]: readonly Secret[],
): ServiceToken {
  if (current === undefined) throw new Error(`${row.id} has no secret`);
  return { ...row, secrets: [current, ...older] };
}
