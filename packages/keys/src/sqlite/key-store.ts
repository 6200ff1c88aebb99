import type { Database } from "better-sqlite3";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { KeyChange, KeyStore } from "../key-store.ts";
import { appendAudit } from "./audit-trail.ts";
import { prepareFindSecret } from "./find-secret.ts";
import { foldedOf } from "./folded.ts";
import { insertKey, nameIsTaken } from "./insert-key.ts";
import { keyFilter, newestFirst } from "./key-filters.ts";
import { selectKeys, withSecrets } from "./key-rows.ts";
import { pageOf } from "./page-of.ts";
import { rotateSecret, retireOverlap } from "./rotate-secret.ts";
import { apiKey, keySecret } from "./schema.ts";

/** Every write is one IMMEDIATE transaction: a deferred one can lose its snapshot to another process. */
const immediate = { behavior: "immediate" } as const;

export function createSqliteKeyStore(database: Database): KeyStore {
  const db = drizzle(database);
  const findSecret = prepareFindSecret(database);

  return {
    async findSecret(publicKeyId) {
      return findSecret(publicKeyId);
    },

    async findKey(organizationId, keyId) {
      const match = and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, keyId));
      return withSecrets(db, selectKeys(db).where(match).all())[0] ?? null;
    },

    async listKeys(organizationId, query) {
      const rows = selectKeys(db)
        .where(keyFilter(db, organizationId, query))
        .orderBy(newestFirst)
        .limit(query.limit + 1)
        .all();
      return pageOf(withSecrets(db, rows), query.limit, ({ id }) => id);
    },

    async insertKey(key, cap, event) {
      try {
        return db.transaction((tx) => {
          if (!insertKey(tx, key, cap)) return "limit_reached";
          appendAudit(tx, event);
          return "inserted";
        }, immediate);
      } catch (cause) {
        if (nameIsTaken(cause)) return "name_taken";
        throw cause;
      }
    },

    async rotate(change, event) {
      return db.transaction((tx) => {
        const done = rotateSecret(tx, change);
        if (done) appendAudit(tx, event);
        return done;
      }, immediate);
    },

    async endOverlap(change, event) {
      return db.transaction((tx) => {
        const done = retireOverlap(tx, change);
        if (done) appendAudit(tx, event);
        return done;
      }, immediate);
    },

    async revoke({ revocation, ...change }, event) {
      return db.transaction((tx) => {
        const { at: revokedAt, reason: revokedReason, text: revokedText } = revocation;
        const { changes } = tx
          .update(apiKey)
          .set({ revokedAt, revokedReason, revokedText })
          .where(and(isKey(change), isNull(apiKey.revokedAt)))
          .run();
        if (changes === 1) appendAudit(tx, event);
        return changes === 1;
      }, immediate);
    },

    async edit({ revision, patch, ...change }, event) {
      try {
        return db.transaction((tx) => {
          const folded = patch.name === undefined ? {} : { nameFolded: foldedOf(patch.name) };
          const { changes } = tx
            .update(apiKey)
            .set({ ...patch, ...folded, revision: revision + 1 })
            .where(and(isKey(change), eq(apiKey.revision, revision), isInUse(change.now)))
            .run();
          if (changes === 0) return "changed";
          appendAudit(tx, event);
          return "edited";
        }, immediate);
      } catch (cause) {
        if (nameIsTaken(cause)) return "name_taken";
        throw cause;
      }
    },

    async markExposed({ publicKeyId, exposure, ...change }, event) {
      return db.transaction((tx) => {
        const { changes } = tx
          .update(keySecret)
          .set({
            exposedAt: exposure.at,
            exposedBy: exposure.by,
            exposedOrigin: exposure.origin,
            exposedAddress: exposure.address,
          })
          .where(
            and(
              eq(keySecret.organizationId, change.organizationId),
              eq(keySecret.publicKeyId, publicKeyId),
              isNull(keySecret.exposedAt),
            ),
          )
          .run();
        if (changes === 1) appendAudit(tx, event);
        return changes === 1;
      }, immediate);
    },
  };
}

function isKey({ organizationId, keyId }: KeyChange) {
  return and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, keyId));
}

function isInUse(now: number) {
  return and(isNull(apiKey.revokedAt), or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, now)));
}
