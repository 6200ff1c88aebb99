import { hash } from "node:crypto";
import type { RandomBytes, UserId } from "@katkey/keys";
import { and, eq, gt } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { account, verification } from "../schema.ts";
import { isBanned } from "./banned.ts";

const lifetimeMilliseconds = 60 * 60 * 1000;

/** What the link of somebody who forgot their password holds. */
export interface PasswordLink {
  /** 256 random bits, of which only the SHA-256 is stored. */
  readonly token: string;
  readonly expiresAt: number;
}

export function createPasswordLink(random: RandomBytes, now: number): PasswordLink {
  return { token: Buffer.from(random(32)).toString("base64url"), expiresAt: now + lifetimeMilliseconds };
}

/**
 * To be called in a transaction; an earlier link of theirs ends. It stands beside the sign-ins that are under way, under
 * their name: a ban, another password or a restored backup ends it as it ends those.
 */
export function storePasswordLink(
  tx: Executor,
  userId: UserId,
  { token, expiresAt, now }: PasswordLink & { readonly now: number },
): "done" | "banned" {
  if (isBanned(tx, userId)) return "banned";
  const at = new Date(now);
  const row = {
    identifier: identifierOf(token),
    createdAt: at,
    updatedAt: at,
    expiresAt: new Date(expiresAt),
  };
  tx.insert(verification)
    .values({ id: idOf(userId), value: userId, ...row })
    .onConflictDoUpdate({ target: verification.id, set: row })
    .run();
  return "done";
}

/** Whose link it is. Null for one that was used, has ended or never existed. */
export function findPasswordLink(database: Executor, token: string, now: number): string | null {
  const { value } = verification;
  return database.select({ value }).from(verification).where(isOpen(token, now)).get()?.value ?? null;
}

/**
 * To be called in a transaction. Takes the link; a trigger ends every session and every sign-in that is under way. False,
 * and no change, where it has ended meanwhile. A second factor stays: whoever forgets a password is asked for it at the
 * next sign-in as ever (OWASP ASVS 5.0, 6.4.3).
 */
export function changePasswordByLink(
  tx: Executor,
  userId: UserId,
  {
    token,
    passwordHash,
    now,
  }: { readonly token: string; readonly passwordHash: string; readonly now: number },
): boolean {
  const isTheirs = and(eq(verification.id, idOf(userId)), isOpen(token, now));
  if (tx.delete(verification).where(isTheirs).run().changes === 0) return false;
  const ofPassword = and(eq(account.userId, userId), eq(account.providerId, "credential"));
  tx.update(account)
    .set({ password: passwordHash, updatedAt: new Date(now) })
    .where(ofPassword)
    .run();
  return true;
}

/** One a person. */
function idOf(userId: UserId): string {
  return `password-link ${userId}`;
}

/** Of a form that no step of a sign-in has. */
function identifierOf(token: string): string {
  return `password-link ${hash("sha256", token, "base64url")}`;
}

function isOpen(token: string, now: number) {
  return and(eq(verification.identifier, identifierOf(token)), gt(verification.expiresAt, new Date(now)));
}
