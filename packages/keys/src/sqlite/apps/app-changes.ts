import { and, eq, exists, gt, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { AppChange, AppSecretRotation } from "../../apps/app-store.ts";
import type { AppId, OrganizationId } from "../../id.ts";
import type { Executor } from "../executor.ts";
import { appSecret, partnerApp } from "./app-schema.ts";
import { insertAppSecret } from "./insert-app.ts";

export function changeApp(tx: Executor, { organizationId, id, revision, patch }: AppChange): boolean {
  const { changes } = tx
    .update(partnerApp)
    .set({ ...patch, revision: revision + 1 })
    .where(and(isOwned(organizationId, id), eq(partnerApp.revision, revision)))
    .run();
  return changes === 1;
}

/** Retires the secret it replaces and adds the new one; `false`, and nothing written, when it is no longer the current one. */
export function rotateAppSecret(tx: Executor, rotation: AppSecretRotation): boolean {
  const { organizationId, id, replaces, retiresAt, secret, now } = rotation;
  if (replaces === null) return insertFirstSecret(tx, rotation);
  const { changes } = tx
    .update(appSecret)
    .set({ retiresAt, retiredAt: retiresAt <= now ? now : null })
    .where(and(isSecretOf(tx, organizationId, id), eq(appSecret.id, replaces), isNull(appSecret.retiresAt)))
    .run();
  if (changes === 0) return false;
  // An overlap that an earlier rotation left running ends.
  tx.update(appSecret)
    .set({ retiredAt: now })
    .where(and(eq(appSecret.appId, id), ne(appSecret.id, replaces), isRetiring(now)))
    .run();
  insertAppSecret(tx, id, secret);
  return true;
}

/** `false` when another has given it one meanwhile. */
function insertFirstSecret(tx: Executor, { organizationId, id, secret }: AppSecretRotation): boolean {
  if (
    tx
      .select()
      .from(appSecret)
      .where(isSecretOf(tx, organizationId, id))
      .get() !== undefined
  )
    return false;
  insertAppSecret(tx, id, secret);
  return true;
}

interface OverlapEnd {
  readonly organizationId: OrganizationId;
  readonly id: AppId;
  readonly secretId: string;
  readonly now: number;
}

/** Retires this secret now; `false` when its overlap is over. */
export function endAppSecretOverlap(tx: Executor, end: OverlapEnd): boolean {
  const { organizationId, id, secretId, now } = end;
  const { changes } = tx
    .update(appSecret)
    .set({ retiredAt: now })
    .where(and(isSecretOf(tx, organizationId, id), eq(appSecret.id, secretId), isRetiring(now)))
    .run();
  return changes === 1;
}

export function isOwned(organizationId: OrganizationId, id: AppId): SQL | undefined {
  return and(eq(partnerApp.organizationId, organizationId), eq(partnerApp.id, id));
}

/** The current secret, and one whose overlap still runs. */
export function isAccepted(now: number): SQL | undefined {
  return or(isNull(appSecret.retiresAt), isRetiring(now));
}

function isSecretOf(tx: Executor, organizationId: OrganizationId, id: AppId): SQL | undefined {
  const app = tx.select({ one: sql`1` }).from(partnerApp);
  return and(eq(appSecret.appId, id), exists(app.where(isOwned(organizationId, id))));
}

function isRetiring(now: number): SQL | undefined {
  return and(isNull(appSecret.retiredAt), gt(appSecret.retiresAt, now));
}
