import { intact, type Write } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { and, eq, gt, inArray, isNull, lte, sql, type SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { ArtifactStore } from "../artifact-store.ts";
import { oauthArtifact as artifact } from "./schema.ts";
import { sealedArtifact } from "./sealed-artifact.ts";

const found = { payload: artifact.payload, consumedAt: artifact.consumedAt };

/** Artifacts in a database that has `oauthMigrations`. What `write` throws, its methods throw. */
export function createSqliteArtifactStore(database: Database, write: Write): ArtifactStore {
  const db = drizzle(database);
  const isSound = sql.raw(intact(database, sealedArtifact));
  const findOne = (now: number, ...match: SQL[]) =>
    db
      .select(found)
      .from(artifact)
      .where(and(...match, gt(artifact.expiresAt, now), isSound))
      .get() ?? null;
  // What is removed lets nobody in any more.
  const remove = (...match: SQL[]) =>
    write(() => {
      db.delete(artifact)
        .where(and(...match))
        .run();
    }, "all");

  return {
    find: async ({ id, model, now }) => findOne(now, idIs(id), eq(artifact.model, model)),
    findByUid: async ({ uid, model, now }) => findOne(now, eq(artifact.uid, uid), eq(artifact.model, model)),

    save: ({ id, ...rest }) =>
      write(() => {
        const values = { id: Buffer.from(id), ...rest };
        db.insert(artifact).values(values).onConflictDoUpdate({ target: artifact.id, set: rest }).run();
      }),

    ...usedOnce(db, write),

    remove: ({ id, model }) => remove(idIs(id), eq(artifact.model, model)),
    removeOfGrant: ({ model, grantId }) => remove(eq(artifact.grantId, grantId), eq(artifact.model, model)),

    sweep: (now, most) =>
      write(() => {
        const expired = db
          .select({ rowid: sql`rowid` })
          .from(artifact)
          .where(lte(artifact.expiresAt, now))
          .limit(most);
        return db
          .delete(artifact)
          .where(inArray(sql`rowid`, expired))
          .run().changes;
      }),
  };
}

/** What is decided by a statement, whichever process asks. */
function usedOnce(db: ReturnType<typeof drizzle>, write: Write): Pick<ArtifactStore, "add" | "consume"> {
  return {
    add: ({ id, ...rest }, now) =>
      write(() => {
        const values = { id: Buffer.from(id), ...rest };
        const insert = db.insert(artifact).values(values);
        const expired = lte(artifact.expiresAt, now);
        return (
          insert.onConflictDoUpdate({ target: artifact.id, set: rest, setWhere: expired }).run().changes === 1
        );
      }),

    consume: ({ id, model, now }) =>
      write(() => {
        const unused = and(idIs(id), eq(artifact.model, model), isNull(artifact.consumedAt));
        return db.update(artifact).set({ consumedAt: now }).where(unused).run().changes === 1;
      }),
  };
}

function idIs(id: Uint8Array): SQL {
  return eq(artifact.id, Buffer.from(id));
}
