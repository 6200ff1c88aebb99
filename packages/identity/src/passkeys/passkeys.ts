import type { UserId } from "@katkey/keys";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { passkey, user } from "../schema.ts";

/** A passkey as its owner may see it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** When somebody signed in with it last. */
  readonly lastUsedAt: number | null;
}

/** The newest first. */
export function listPasskeys(database: Executor, userId: UserId): readonly Passkey[] {
  const { id, name, createdAt, lastUsedAt } = passkey;
  return database
    .select({ id, name, createdAt, lastUsedAt })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(desc(id))
    .all()
    .map((row) => ({
      ...row,
      createdAt: row.createdAt.getTime(),
      lastUsedAt: row.lastUsedAt?.getTime() ?? null,
    }));
}

/** False when the user has no such passkey. */
export function deletePasskey(database: Executor, userId: UserId, id: string): boolean {
  const match = and(eq(passkey.userId, userId), eq(passkey.id, id));
  return database.delete(passkey).where(match).run().changes === 1;
}

/** By the authenticator's name for it: known here, and of somebody who is not banned. */
export function isAcceptedPasskey(database: Executor, credentialId: string): boolean {
  const match = and(eq(passkey.credentialID, credentialId), isNull(user.bannedAt));
  const owned = database
    .select({ id: passkey.id })
    .from(passkey)
    .innerJoin(user, eq(user.id, passkey.userId));
  return owned.where(match).get() !== undefined;
}

export function markUsed(database: Executor, credentialId: string, now: number): void {
  const used = { lastUsedAt: new Date(now) };
  database.update(passkey).set(used).where(eq(passkey.credentialID, credentialId)).run();
}
