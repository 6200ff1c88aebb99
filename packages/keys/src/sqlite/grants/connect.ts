import { and, eq, isNull } from "drizzle-orm";
import { isOfferedTo, stoppedAt } from "../../apps/partner-app.ts";
import type { GrantStore, NewConnection } from "../../grants/grant-store.ts";
import { coversScopes } from "../../keys/scope.ts";
import { partnerApp } from "../apps/app-schema.ts";
import type { Executor } from "../executor.ts";
import { organization } from "../schema.ts";
import { appGrant } from "./grant-schema.ts";

type Outcome = Awaited<ReturnType<GrantStore["connect"]>>;

/** Looks at the app and the organization where no other process can change them before the grant is written. */
export function connect(tx: Executor, connection: NewConnection): Outcome {
  const { grant, widens } = connection;
  const app = tx.select().from(partnerApp).where(eq(partnerApp.id, grant.appId)).get();
  const given = tx.select().from(organization).where(eq(organization.id, grant.organizationId)).get();
  if (app === undefined || given === undefined) return "changed";
  if (stoppedAt(app) !== null) return "disabled";
  if (!isOfferedTo(app, grant.organizationId)) return "not_offered";
  if (given.suspendedAt !== null) return "suspended";
  const added = grant.scopes.filter((scope) => !(widens ?? []).includes(scope));
  if (!coversScopes(app.scopes, added)) return "changed";
  return write(tx, connection) === 1 ? "connected" : "changed";
}

/** The unique index of live grants decides about a second one. */
function write(tx: Executor, { grant, widens }: NewConnection): number {
  if (widens === null) return tx.insert(appGrant).values(grant).onConflictDoNothing().run().changes;
  const match = and(eq(appGrant.organizationId, grant.organizationId), eq(appGrant.id, grant.id));
  return tx
    .update(appGrant)
    .set({ scopes: grant.scopes })
    .where(and(match, isNull(appGrant.endedAt), eq(appGrant.scopes, widens)))
    .run().changes;
}
