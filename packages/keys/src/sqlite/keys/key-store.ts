import type { Database } from "better-sqlite3";
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { KeyStore } from "../../keys/key-store.ts";
import { findClaim } from "../claims.ts";
import type { Connection } from "../executor.ts";
import { findKeys, locateKey } from "./find-keys.ts";
import { prepareFindSecret } from "./find-secret.ts";
import { createLeakHandling } from "./handle-leak.ts";
import { insertKey, unlessNameIsTaken } from "./insert-key.ts";
import { editKey, exposeSecret, isInUse, revokeKey } from "./key-changes.ts";
import { prepareListIds } from "../list-ids.ts";
import { listKeys } from "./list-keys.ts";
import { handOverAll, revokeAll } from "./many-keys.ts";
import { recorded } from "../recorded.ts";
import { endOverlap, rotateSecret } from "./rotate-secret.ts";
import { apiKey } from "../schema.ts";
import { builtInScopeRules, type ScopeRules } from "../../keys/scope-rules.ts";
import { prepareSoundKeys } from "./sound-keys.ts";
import { createWaitingKeys } from "./waiting-keys.ts";

const nextKeys = "select id from api_key where organization_id = ? and id > ? order by id limit ?";

/** `rules`: the desk's. What a key may do is decided with them once, when its secret is read. */
export function createSqliteKeyStore(database: Database, rules: ScopeRules = builtInScopeRules): KeyStore {
  const db = drizzle(database);
  const findSecret = prepareFindSecret(database, rules);
  const soundly = prepareSoundKeys(database);

  return {
    ...createWaitingKeys(database, rules),
    ...createLeakHandling(db, soundly.secret),
    ...changing(db, soundly),
    findSecret: async (publicKeyId, hash) => findSecret(publicKeyId, hash),
    findKey: async (organizationId, keyId) => findKeys(db, organizationId, [keyId])[0] ?? null,
    findKeys: async (organizationId, keyIds) => findKeys(db, organizationId, keyIds),

    locateKey: async (id) => locateKey(db, id),

    listKeyIds: prepareListIds(database, nextKeys),

    listKeys: (organizationId, query) => listKeys(db, organizationId, query),

    findClaim: async (organizationId, id, now) => findClaim(db, id, { organizationId, at: now }),

    countInUse: async (organizationId, now) =>
      db.$count(apiKey, and(eq(apiKey.organizationId, organizationId), isInUse(now))),
  };
}

function changing(db: Connection, soundly: ReturnType<typeof prepareSoundKeys>) {
  return {
    insertKey: async (key, cap, deed) =>
      unlessNameIsTaken(() =>
        recorded(db, deed, {
          done: "inserted",
          change: (tx) => soundly.secret({ to: key.secret.publicKeyId }, () => insertKey(tx, key, cap)),
        }),
      ),

    rotate: async (change, deed) =>
      recorded(db, deed, {
        done: true,
        change: (tx) =>
          soundly.secret({ from: change.replaces, to: change.secret.publicKeyId }, () =>
            rotateSecret(tx, change),
          ),
      }),

    endOverlap: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => endOverlap(tx, change) }),

    revoke: async (change, deed) => recorded(db, deed, { done: true, change: (tx) => revokeKey(tx, change) }),

    revokeAll: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => revokeAll(tx, change) }),

    handOverAll: async (change, deed) =>
      recorded(db, deed, {
        done: "done",
        change: (tx) => soundly.key({ to: change.keys.map(({ id }) => id) }, () => handOverAll(tx, change)),
      }),

    edit: async (change, deed) =>
      unlessNameIsTaken(() =>
        recorded(db, deed, {
          done: "edited",
          change: (tx) => soundly.key({ to: change.keyId }, () => editKey(tx, change)),
        }),
      ),

    markExposed: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => exposeSecret(tx, change) }),
  } satisfies Partial<KeyStore>;
}
