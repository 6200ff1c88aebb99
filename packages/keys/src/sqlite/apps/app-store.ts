import type { Database } from "better-sqlite3";
import { and, desc, eq, lt, ne, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { isSameHash } from "../../admission/token-hash.ts";
import type { AppPatch, AppStore } from "../../apps/app-store.ts";
import type { Connection } from "../executor.ts";
import { endGrants, isGivenToOthers } from "../grants/end-grants.ts";
import { pageOf } from "../page-of.ts";
import { recorded } from "../recorded.ts";
import { intact } from "../seal/seal-connection.ts";
import { sealedApp, sealedAppSecret } from "../seal/sealed-table.ts";
import { prepareSoundly } from "../seal/soundly.ts";
import type { IsOperator } from "../standing.ts";
import { changeApp, endAppSecretOverlap, isAccepted, isOwned, rotateAppSecret } from "./app-changes.ts";
import { withAppSecrets } from "./app-rows.ts";
import { appSecret, partnerApp } from "./app-schema.ts";
import { insertApp } from "./insert-app.ts";

/** `isOperator` is asked on the same connection, within the transaction of an operator's change; by itself nobody is. */
export function createSqliteAppStore(database: Database, isOperator: IsOperator = () => false): AppStore {
  const db = drizzle(database);
  return { ...reading(db, database), ...changing(db, database, isOperator) };
}

function reading(db: Connection, database: Database) {
  const { id, organizationId, approval } = partnerApp;
  const isSound = sql.raw(intact(database, sealedApp));
  const isSoundSecret = sql.raw(intact(database, sealedAppSecret));
  const apps = () => db.select().from(partnerApp).orderBy(desc(id)).$dynamic();

  return {
    find: async (wanted) =>
      withAppSecrets(
        db,
        apps()
          .where(and(eq(id, wanted), isSound))
          .all(),
      )[0] ?? null,

    findOwned: async (owner, wanted) =>
      withAppSecrets(db, apps().where(isOwned(owner, wanted)).all())[0] ?? null,

    listOwned: async (owner) => withAppSecrets(db, apps().where(eq(organizationId, owner)).all()),

    async listOffered({ approval: wanted, before, limit }) {
      const match = and(
        wanted === undefined ? ne(approval, "own") : eq(approval, wanted),
        before === undefined ? undefined : lt(id, before),
      );
      const rows = apps()
        .where(match)
        .limit(limit + 1)
        .all();
      return pageOf(withAppSecrets(db, rows), limit, (last) => last.id);
    },

    async isSecretOf(wanted, hash, now) {
      const secrets = db.select({ hash: appSecret.hash }).from(appSecret);
      const accepted = secrets.where(and(eq(appSecret.appId, wanted), isAccepted(now), isSoundSecret)).all();
      // Each is compared, whichever it is.
      return accepted.filter((secret) => isSameHash(hash, secret.hash)).length > 0;
    },
  } satisfies Partial<AppStore>;
}

function changing(db: Connection, database: Database, isOperator: IsOperator) {
  const soundly = prepareSoundly(
    database,
    `select ${intact(database, sealedAppSecret, "s")} and ${intact(database, sealedApp, "a")}
     from app_secret s left join partner_app a on a.id = s.app_id where s.id = ?`,
  );
  const soundApp = prepareSoundly(
    database,
    `select ${intact(database, sealedApp)} from partner_app where id = ?`,
  );
  return {
    insert: async (app, cap, deed) =>
      recorded(db, deed, { done: "inserted", change: (tx) => insertApp(tx, app, cap) }),

    change: async (change, deed) =>
      recorded(db, deed, {
        done: true,
        change: (tx) =>
          stops(change.patch)
            ? changeApp(tx, change)
            : soundApp({ to: change.id }, () => changeApp(tx, change)),
        isOperator,
      }),

    withdraw: async (change, deed) =>
      recorded(db, deed, {
        done: true,
        change: (tx) => changeApp(tx, change),
        consequences: (tx) =>
          endGrants(tx, isGivenToOthers(change), { cause: "revoked", event: deed.events[0] }),
        isOperator,
      }),

    rotateSecret: async (rotation, deed) =>
      recorded(db, deed, {
        done: true,
        change: (tx) =>
          soundly({ from: rotation.replaces, to: rotation.secret.publicKeyId }, () =>
            rotateAppSecret(tx, rotation),
          ),
      }),

    endOverlap: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => endAppSecretOverlap(tx, change) }),
  } satisfies Partial<AppStore>;
}

/** That is done to whatever is there. */
function stops({ blockedAt = null, disabledAt = null }: AppPatch): boolean {
  return blockedAt !== null || disabledAt !== null;
}
