import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

// No reference to the table of grants, which belongs to another package: what is of a grant that ended is dead by that.
export const oauthArtifact = sqliteTable(
  "oauth_artifact",
  {
    id: blob({ mode: "buffer" }).primaryKey(),
    model: text().notNull(),
    publicId: text("public_id"),
    grantId: text("grant_id"),
    uid: text(),
    payload: text().notNull(),
    expiresAt: integer("expires_at").notNull(),
    consumedAt: integer("consumed_at"),
  },
  (table) => [
    uniqueIndex("oauth_artifact_public_id")
      .on(table.publicId)
      .where(sql`public_id is not null`),
    index("oauth_artifact_by_grant")
      .on(table.grantId, table.model)
      .where(sql`grant_id is not null`),
    // Not unique: two requests of one browser can each give its session a new id at the same time.
    index("oauth_artifact_by_uid")
      .on(table.uid, table.model)
      .where(sql`uid is not null`),
    index("oauth_artifact_by_expiry").on(table.expiresAt),
  ],
);
