import type { Database } from "better-sqlite3";
import { and, desc, eq, lt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { ServiceTokenStore } from "../../service-tokens/service-token-store.ts";
import { unlessNameIsTaken } from "../keys/insert-key.ts";
import { pageOf } from "../page-of.ts";
import { recorded } from "../recorded.ts";
import type { IsOperator } from "../standing.ts";
import { prepareFindServiceSecret, prepareSoundServiceSecrets } from "./find-service-secret.ts";
import { insertServiceToken } from "./insert-service-token.ts";
import {
  endServiceOverlap,
  isServiceTokenInUse,
  revokeServiceToken,
  rotateServiceSecret,
} from "./service-token-changes.ts";
import { withServiceSecrets } from "./service-token-rows.ts";
import { serviceToken } from "./service-token-schema.ts";

/** `isOperator` is asked on the same connection, within the transaction of the change; by itself nobody is. */
export function createSqliteServiceTokenStore(
  database: Database,
  isOperator: IsOperator = () => false,
): ServiceTokenStore {
  const db = drizzle(database);
  const findSecret = prepareFindServiceSecret(database);
  const { id } = serviceToken;
  const soundly = prepareSoundServiceSecrets(database);

  return {
    findSecret: async (publicKeyId, hash) => findSecret(publicKeyId, hash),

    find: async (wanted) =>
      withServiceSecrets(db, db.select().from(serviceToken).where(eq(id, wanted)).all())[0] ?? null,

    async list({ inUse, before, limit, now }) {
      const match = and(before && lt(id, before), inUse ? isServiceTokenInUse(now) : undefined);
      const tokens = db.select().from(serviceToken).where(match).orderBy(desc(id));
      const rows = tokens.limit(limit + 1).all();
      return pageOf(withServiceSecrets(db, rows), limit, (last) => last.id);
    },

    insert: async (token, cap, deed) =>
      unlessNameIsTaken(() =>
        recorded(db, deed, {
          done: "inserted",
          change: (tx) => insertServiceToken(tx, token, cap),
          isOperator,
        }),
      ),

    rotate: async (rotation, deed) =>
      recorded(db, deed, {
        done: true,
        change: (tx) =>
          soundly({ from: rotation.replaces, to: rotation.secret.publicKeyId }, () =>
            rotateServiceSecret(tx, rotation),
          ),
        isOperator,
      }),

    endOverlap: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => endServiceOverlap(tx, change), isOperator }),

    revoke: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => revokeServiceToken(tx, change), isOperator }),
  };
}
